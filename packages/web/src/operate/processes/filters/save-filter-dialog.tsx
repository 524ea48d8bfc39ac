import { Checkbox, TextInput } from '@carbon/react';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { createSavedFilter } from '../../../api/gen/api.ts';
import { useAction } from '../../../api/use-action.ts';
import { notify } from '../../../app/notifications.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { invalidProps } from '../../../parts/invalid-props.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import type { ProcessesSearch } from '../processes-search.ts';

/** The API's limit. */
const NAME_LENGTH_MAX = 100;

export interface SaveFilterDialogProps {
  readonly search: ProcessesSearch;
  readonly username: string;
  onClose(): void;
}

/** Asks for the name under which the filters of the page are kept. */
export function SaveFilterDialog({ search, username, onClose }: SaveFilterDialogProps) {
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
