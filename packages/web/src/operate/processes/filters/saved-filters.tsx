import { Bookmark, TrashCan } from '@carbon/icons-react';
import { Button, Checkbox, IconButton, TextInput } from '@carbon/react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { createSavedFilter, deleteSavedFilter, type SavedFilterResult } from '../../../api/gen/api.ts';
import { useAction } from '../../../api/use-action.ts';
import { notify, notifyProblem } from '../../../app/notifications.ts';
import { useSession } from '../../../app/session.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { invalidProps } from '../../../parts/invalid-props.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import { type ProcessesSearch, processesSearch } from '../processes-search.ts';
import { useSavedFilters } from './use-saved-filters.ts';

/** The API's limit. */
const NAME_LENGTH_MAX = 100;

/** Saves the filters of the page under a name, and goes to those that were saved. */
export function SavedFilters({ search }: { readonly search: ProcessesSearch }) {
  const { filterPanel: filters } = useTexts();
  const { username } = useSession();
  const saved = useSavedFilters(username);
  const [isOpen, setOpen] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const items = saved.data?.items ?? [];
  const present = items.find(({ savedFilterKey }) => savedFilterKey === search.saved);
  const remove = useAction(deleteSavedFilter, {
    onDone: () => notify({ kind: 'success', title: filters.deletedSaved }),
    onProblem: (problem) => notifyProblem(filters.deleteFailed, problem),
  });
  return (
    <div className="saved-filters">
      <Button kind="ghost" size="sm" renderIcon={Bookmark} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {present?.name ?? filters.saved}
      </Button>
      {isOpen && (
        <div className="saved-filters-list">
          {items.length === 0 && <p>{filters.savedNone}</p>}
          <ul>
            {items.map((item) => (
              <li key={item.savedFilterKey}>
                <Link
                  to="/operate/processes"
                  search={contentOf(item)}
                  aria-current={item === present ? 'true' : undefined}
                  onClick={() => setOpen(false)}
                >
                  {item.name}
                </Link>
                <span className="saved-filter-owner">
                  {item.owner !== username ? filters.savedBy(item.owner) : item.isShared ? filters.savedShared : ''}
                </span>
                {item.owner === username && (
                  <IconButton
                    label={filters.deleteSaved(item.name)}
                    kind="ghost"
                    size="sm"
                    align="left"
                    onClick={() => remove.mutate({ path: { savedFilterKey: item.savedFilterKey } })}
                  >
                    <TrashCan />
                  </IconButton>
                )}
              </li>
            ))}
          </ul>
          <Button
            kind="tertiary"
            size="sm"
            onClick={() => {
              setOpen(false);
              setSaving(true);
            }}
          >
            {filters.save}
          </Button>
        </div>
      )}
      {isSaving && <SaveDialog search={search} username={username} onClose={() => setSaving(false)} />}
    </div>
  );
}

/** What it asks for, as an address takes it: made by another version or by hand, it may hold anything. */
function contentOf({ content, savedFilterKey }: SavedFilterResult): ProcessesSearch {
  return { ...processesSearch(content), saved: savedFilterKey };
}

interface SaveDialogProps {
  readonly search: ProcessesSearch;
  readonly username: string;
  onClose(): void;
}

function SaveDialog({ search, username, onClose }: SaveDialogProps) {
  const { filterPanel: filters, parts } = useTexts();
  const navigate = useNavigate();
  const id = useId();
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const save = useAction(createSavedFilter, {
    onDone: ({ savedFilterKey }) => {
      notify({ kind: 'success', title: filters.savedDone, text: name });
      onClose();
      void navigate({ to: '/operate/processes', search: { ...search, saved: savedFilterKey }, replace: true });
    },
  });
  const { saved: _, ...content } = search;
  return (
    <Dialog
      size="xs"
      modalHeading={filters.saveTitle}
      primaryButtonText={parts.save}
      primaryButtonDisabled={name.trim() === '' || save.isPending}
      secondaryButtonText={parts.cancel}
      shouldSubmitOnEnter
      selectorPrimaryFocus={`#${CSS.escape(id)}`}
      onRequestSubmit={() =>
        save.mutate({ body: { app: 'operate', owner: username, name: name.trim(), isShared, content } })
      }
      onRequestClose={onClose}
    >
      <TextInput
        id={id}
        labelText={filters.saveName}
        maxLength={NAME_LENGTH_MAX}
        value={name}
        {...invalidProps(id, save.error?.message)}
        onChange={({ target }) => setName(target.value)}
      />
      <Checkbox
        id={`${id}-shared`}
        labelText={filters.saveShare}
        checked={isShared}
        onChange={(_event, { checked }) => setShared(checked)}
      />
    </Dialog>
  );
}
