import type { UserTaskResult } from '../../api/gen/api.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { isOpenTask } from '../detail/use-user-task.ts';
import { FormWork } from './form-work.tsx';
import { VariablesWork } from './variables-work.tsx';

export interface WorkProps {
  readonly task: UserTaskResult;
  /** Whether it can be worked on now by who is here. */
  readonly isReadOnly: boolean;
  onDone(): void;
}

/** What there is to do: a form, or the variables themselves. */
export function TaskWork({
  task,
  isSuspended,
  onDone,
}: {
  readonly task: UserTaskResult;
  readonly isSuspended: boolean;
  onDone(): void;
}) {
  const { work } = useTexts().tasklist;
  const { username } = useSession();
  const isBusy = task.state === 'COMPLETING';
  const isReadOnly = task.assignee !== username || isSuspended || !(isOpenTask(task) || isBusy);
  const Work = task.formKey === null ? VariablesWork : FormWork;
  return (
    <>
      {noticeOf(task) !== undefined && <p className="work-notice">{noticeOf(task)}</p>}
      {task.formKey === null && task.externalFormReference !== null && (
        <div className="work-notice">
          <strong>{work.externalForm}</strong> <code>{task.externalFormReference}</code>
          <p>{work.externalFormHelp}</p>
        </div>
      )}
      <Work task={task} isReadOnly={isReadOnly} onDone={onDone} />
    </>
  );

  function noticeOf({ state, assignee }: UserTaskResult): string | undefined {
    if (state === 'COMPLETED') return work.readOnlyCompleted;
    if (!isOpenTask(task)) return undefined;
    if (isSuspended) return work.suspended;
    if (assignee === null) return work.claimFirst;
    return assignee === username ? undefined : work.ofOther(assignee);
  }
}
