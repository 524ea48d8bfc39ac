import { TextInput } from '@carbon/react';
import { useState } from 'react';
import { type UserTaskResult, updateUserTask } from '../../api/gen/api.ts';
import { useAction } from '../../api/use-action.ts';
import { notifyProblem } from '../../app/notifications.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { changesetOf, isPriority, type TaskFields, taskFieldsOf } from './task-fields.ts';

/** Changes when a task is due, how important it is, and who may take it. */
export function EditDetailsDialog({ task, onClose }: { readonly task: UserTaskResult; onClose(): void }) {
  const { tasklist, parts } = useTexts();
  const { detail } = tasklist;
  const [fields, setFields] = useState(() => taskFieldsOf(task));
  const update = useAction(updateUserTask, {
    onDone: onClose,
    onProblem: (problem) => notifyProblem(detail.notUpdated, problem),
  });
  const isPriorityWrong = !isPriority(fields.priority);
  const submit = () => {
    if (isPriorityWrong) return;
    const changeset = changesetOf(taskFieldsOf(task), fields);
    if (changeset === undefined) onClose();
    else update.mutate({ path: { userTaskKey: task.userTaskKey }, body: { changeset } });
  };
  const field = (name: keyof TaskFields) => ({
    id: `task-${name}`,
    value: fields[name],
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      setFields((present) => ({ ...present, [name]: target.value })),
  });
  return (
    <Dialog
      size="sm"
      modalHeading={detail.edit}
      primaryButtonText={parts.save}
      primaryButtonDisabled={isPriorityWrong || update.isPending}
      secondaryButtonText={parts.cancel}
      selectorPrimaryFocus="#task-dueDate"
      onRequestClose={onClose}
      onRequestSubmit={submit}
    >
      <div className="dialog-fields">
        <TextInput {...field('dueDate')} type="datetime-local" labelText={detail.due} />
        <TextInput {...field('followUpDate')} type="datetime-local" labelText={detail.followUp} />
        <TextInput
          {...field('priority')}
          inputMode="numeric"
          labelText={detail.priority}
          helperText={detail.priorityHelp}
          invalid={isPriorityWrong}
          invalidText={detail.priorityWrong}
        />
        <TextInput {...field('candidateUsers')} labelText={detail.candidateUsers} helperText={detail.candidatesHelp} />
        <TextInput
          {...field('candidateGroups')}
          labelText={detail.candidateGroups}
          helperText={detail.candidatesHelp}
        />
      </div>
    </Dialog>
  );
}
