import { ArrowLeft } from '@carbon/icons-react';
import { Button, IconButton } from '@carbon/react';
import { useState } from 'react';
import type { UserTaskResult } from '../../api/gen/api.ts';
import { useKeys } from '../../app/keys.ts';
import { useSession } from '../../app/session.ts';
import { StateTag } from '../../parts/state-tag.tsx';
import { useIsNarrow } from '../../parts/use-media.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { AssigneeTag } from '../list/assignee-tag.tsx';
import { Priority } from '../list/priority.tsx';
import { taskNameOf } from '../list/task-name.ts';
import { useTasksAddress } from '../tasks/use-tasks-address.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { useAssignment } from './use-assignment.ts';
import { isOpenTask } from './use-user-task.ts';

/** What the task is and whose; to take it, give it back, or hand it on. */
export function TaskHead({ task, isSuspended }: { readonly task: UserTaskResult; readonly isSuspended: boolean }) {
  const { detail } = useTexts().tasklist;
  const { username } = useSession();
  const { show } = useTasksAddress();
  const isNarrow = useIsNarrow();
  const [isAssigning, setAssigning] = useState(false);
  const { isBusy, assign, unassign } = useAssignment(task.userTaskKey);
  const isMine = task.assignee === username;
  const canAssign = isOpenTask(task) && !isSuspended;
  const name = taskNameOf(task);
  useKeys([
    {
      keys: 'c',
      text: detail.claimKey,
      run: () => {
        if (!canAssign || isBusy) return;
        if (isMine) unassign();
        else if (task.assignee === null) assign(username);
      },
    },
  ]);
  return (
    <header className="task-head">
      {isNarrow && (
        <IconButton label={detail.back} kind="ghost" size="sm" align="bottom-start" onClick={() => show(undefined)}>
          <ArrowLeft />
        </IconButton>
      )}
      <div className="task-head-name">
        {isNarrow ? <h1 title={name}>{name}</h1> : <h2 title={name}>{name}</h2>}
        <p>{task.processName ?? task.processDefinitionId}</p>
      </div>
      <div className="task-head-state">
        {isSuspended && <StateTag state="SUSPENDED" />}
        {task.state !== 'CREATED' && <StateTag state={task.state} />}
        <Priority value={task.priority} />
        <AssigneeTag assignee={task.assignee} />
      </div>
      {isOpenTask(task) && (
        <div className="task-head-actions">
          {isMine ? (
            <Button size="sm" kind="tertiary" disabled={!canAssign || isBusy} onClick={unassign}>
              {detail.unclaim}
            </Button>
          ) : (
            <Button
              size="sm"
              kind={task.assignee === null ? 'primary' : 'tertiary'}
              disabled={!canAssign || isBusy}
              onClick={() => assign(username)}
            >
              {detail.claim}
            </Button>
          )}
          <Button size="sm" kind="ghost" disabled={!canAssign || isBusy} onClick={() => setAssigning(true)}>
            {detail.assignTo}
          </Button>
        </div>
      )}
      {isAssigning && (
        <AssignDialog
          title={name}
          candidates={task.candidateUsers}
          onAssign={assign}
          onClose={() => setAssigning(false)}
        />
      )}
    </header>
  );
}
