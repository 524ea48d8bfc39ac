import { Bookmark, TrashCan } from '@carbon/icons-react';
import { Button, IconButton } from '@carbon/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { deleteSavedFilter, type SavedFilterResult } from '../../../api/gen/api.ts';
import { useAction } from '../../../api/use-action.ts';
import { useSavedFilters } from '../../../api/use-saved-filters.ts';
import { notify, notifyProblem } from '../../../app/notifications.ts';
import { useSession } from '../../../app/session.ts';
import { LazyDialog } from '../../../parts/lazy-dialog.tsx';
import { lazyPart } from '../../../parts/lazy-part.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import { type ProcessesSearch, processesSearch } from '../processes-search.ts';

const SaveFilterDialog = lazyPart(() => import('./save-filter-dialog.tsx'), 'SaveFilterDialog');

/** Saves the filters of the page under a name, and goes to those that were saved. */
export function SavedFilters({ search }: { readonly search: ProcessesSearch }) {
  const { filterPanel: filters } = useTexts();
  const { username } = useSession();
  const saved = useSavedFilters('operate', username);
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
      {isSaving && (
        <LazyDialog onClose={() => setSaving(false)}>
          <SaveFilterDialog search={search} username={username} onClose={() => setSaving(false)} />
        </LazyDialog>
      )}
    </div>
  );
}

/** What it asks for, as an address takes it: made by another version or by hand, it may hold anything. */
function contentOf({ content, savedFilterKey }: SavedFilterResult): ProcessesSearch {
  return { ...processesSearch(content), saved: savedFilterKey };
}
