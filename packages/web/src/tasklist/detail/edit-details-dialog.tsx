import { TextInput } from '@carbon/react';
import { useState } from 'react';
import { type UserTaskResult, updateUserTask } from '../../api/gen/api.ts';
import { useAction } from '../../api/use-action.ts';
import { notifyProblem } from '../../app/notifications.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { dateOfLocalTime, localTimeOf } from './local-time.ts';

const PRIORITY_MAX = 100;

/** Changes when a task is due, how important it is, and who may take it. */
export function EditDetailsDialog({ task, onClose }: { readonly task: UserTaskResult; onClose(): void }) {
  const { tasklist, parts } = useTexts();
  const { detail } = tasklist;
  const [due, setDue] = useState(localTimeOf(task.dueDate));
  const [followUp, setFollowUp] = useState(localTimeOf(task.followUpDate));
  const [priority, setPriority] = useState(String(task.priority));
  const [users, setUsers] = useState(task.candidateUsers.join(', '));
  const [groups, setGroups] = useState(task.candidateGroups.join(', '));
  const update = useAction(updateUserTask, {
    onDone: onClose,
    onProblem: (problem) => notifyProblem(detail.notUpdated, problem),
  });
  const isPriorityWrong = !/^\d{1,3}$/.test(priority) || Number(priority) > PRIORITY_MAX;
  const submit = () => {
    if (isPriorityWrong) return;
    // Only what was changed: a listener is told of it.
    const changeset = {
      ...(due === localTimeOf(task.dueDate) ? {} : { dueDate: dateOfLocalTime(due) }),
      ...(followUp === localTimeOf(task.followUpDate) ? {} : { followUpDate: dateOfLocalTime(followUp) }),
      ...(Number(priority) === task.priority ? {} : { priority: Number(priority) }),
      ...(users === task.candidateUsers.join(', ') ? {} : { candidateUsers: namesOf(users) }),
      ...(groups === task.candidateGroups.join(', ') ? {} : { candidateGroups: namesOf(groups) }),
    };
    if (Object.keys(changeset).length === 0) onClose();
    else update.mutate({ path: { userTaskKey: task.userTaskKey }, body: { changeset } });
  };
  return (
    <Dialog
      size="sm"
      modalHeading={detail.edit}
      primaryButtonText={parts.save}
      primaryButtonDisabled={isPriorityWrong || update.isPending}
      secondaryButtonText={parts.cancel}
      selectorPrimaryFocus="#task-due"
      onRequestClose={onClose}
      onRequestSubmit={submit}
    >
      <div className="dialog-fields">
        <TextInput
          id="task-due"
          type="datetime-local"
          labelText={detail.due}
          value={due}
          onChange={({ target }) => setDue(target.value)}
        />
        <TextInput
          id="task-follow-up"
          type="datetime-local"
          labelText={detail.followUp}
          value={followUp}
          onChange={({ target }) => setFollowUp(target.value)}
        />
        <TextInput
          id="task-priority"
          inputMode="numeric"
          labelText={detail.priority}
          helperText={detail.priorityHelp}
          value={priority}
          invalid={isPriorityWrong}
          invalidText={detail.priorityWrong}
          onChange={({ target }) => setPriority(target.value)}
        />
        <TextInput
          id="task-users"
          labelText={detail.candidateUsers}
          helperText={detail.candidatesHelp}
          value={users}
          onChange={({ target }) => setUsers(target.value)}
        />
        <TextInput
          id="task-groups"
          labelText={detail.candidateGroups}
          helperText={detail.candidatesHelp}
          value={groups}
          onChange={({ target }) => setGroups(target.value)}
        />
      </div>
    </Dialog>
  );
}

function namesOf(text: string): readonly string[] {
  return text.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}
