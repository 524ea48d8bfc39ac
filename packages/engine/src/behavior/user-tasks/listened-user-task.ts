/** What the worker of a task listener sees of the task: as the transition will leave it, if nobody changes more. */
import {
  type ActivatedUserTask,
  JobKind,
  type JobValue,
  joinJsonObject,
  splitJsonObject,
  type UserTaskValue,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { findUserTask } from '../../state/user-task.ts';
import { visibleDocument } from '../variables/visible-variables.ts';

/** The task that a job listens to; `undefined` for all other jobs. */
export function listenedUserTask({ state }: Processing, job: JobValue): UserTaskValue | undefined {
  if (job.kind !== JobKind.TASK_LISTENER) return undefined;
  const task = findUserTask(state, job.elementInstanceKey)?.task;
  return task?.pending ?? task?.value;
}

/** The variables of a job, those of the listened transition over them; only `names`, unless empty. */
export function listenedDocument(
  processing: Processing,
  job: JobValue,
  userTask: UserTaskValue | undefined,
  names: readonly string[],
): string {
  const visible = visibleDocument(processing, job.elementInstanceKey, names);
  if (userTask === undefined || userTask.variables === '{}') return visible;
  const members = new Map([...membersOf(visible)]);
  for (const [name, value] of membersOf(userTask.variables)) {
    if (names.length === 0 || names.includes(name)) members.set(name, value);
  }
  return joinJsonObject(members);
}

export function activatedUserTask(task: UserTaskValue, changedAttributes: readonly string[]): ActivatedUserTask {
  return {
    userTaskKey: task.userTaskKey,
    action: task.action,
    assignee: task.assignee,
    candidateGroups: task.candidateGroupsList,
    candidateUsers: task.candidateUsersList,
    changedAttributes,
    dueDate: task.dueDate,
    followUpDate: task.followUpDate,
    formKey: task.formKey,
    priority: task.priority,
  };
}

function membersOf(json: string): ReadonlyMap<string, string> {
  const split = splitJsonObject(json);
  if (!split.ok) throw new Error(`Expected kept variables to be a JSON object, but ${split.problem.message}`);
  return split.members;
}
