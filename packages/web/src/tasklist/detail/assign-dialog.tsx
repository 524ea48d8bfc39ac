import { ComboBox } from '@carbon/react';
import { useState } from 'react';
import { useSession } from '../../app/session.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { useKnownUsers } from './use-known-users.ts';

export interface AssignDialogProps {
  readonly title: string;
  /** Suggested before others. */
  readonly candidates: readonly string[];
  onAssign(assignee: string): void;
  onClose(): void;
}

/** Asks whom to give a task to. */
export function AssignDialog({ title, candidates, onAssign, onClose }: AssignDialogProps) {
  const { tasklist, parts } = useTexts();
  const { username } = useSession();
  const known = useKnownUsers();
  const [name, setName] = useState('');
  const names = [...new Set([...candidates, username, ...known])];
  const chosen = name.trim();
  const submit = () => {
    if (chosen === '') return;
    onAssign(chosen);
    onClose();
  };
  return (
    <Dialog
      size="xs"
      modalHeading={title}
      primaryButtonText={tasklist.detail.assign}
      primaryButtonDisabled={chosen === ''}
      secondaryButtonText={parts.cancel}
      selectorPrimaryFocus="#assignee"
      onRequestClose={onClose}
      onRequestSubmit={submit}
    >
      <ComboBox
        id="assignee"
        titleText={tasklist.detail.assignee}
        helperText={tasklist.detail.assigneeHelp}
        items={names}
        allowCustomValue
        shouldFilterItem={({ item, inputValue }) =>
          item.toLowerCase().includes((inputValue ?? '').trim().toLowerCase())
        }
        onInputChange={(text) => setName(text)}
        onChange={({ selectedItem }) => setName(selectedItem ?? '')}
      />
    </Dialog>
  );
}
