import type { Changeset, UserTaskResult } from '../../api/gen/api.ts';
import { dateOfLocalTime, localTimeOf } from './local-time.ts';

/** What of a task can be changed, as it is typed. */
export interface TaskFields {
  readonly dueDate: string;
  readonly followUpDate: string;
  readonly priority: string;
  /** Names with commas between them. */
  readonly candidateUsers: string;
  readonly candidateGroups: string;
}

const PRIORITY_MAX = 100;

export function taskFieldsOf(task: UserTaskResult): TaskFields {
  return {
    dueDate: localTimeOf(task.dueDate),
    followUpDate: localTimeOf(task.followUpDate),
    priority: String(task.priority),
    candidateUsers: task.candidateUsers.join(', '),
    candidateGroups: task.candidateGroups.join(', '),
  };
}

export function isPriority(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) <= PRIORITY_MAX;
}

/** Only what was changed: a listener is told of it. `undefined` = nothing was. */
export function changesetOf(before: TaskFields, after: TaskFields): NonNullable<Changeset> | undefined {
  const isChanged = (name: keyof TaskFields) => after[name] !== before[name];
  const changeset = {
    ...(isChanged('dueDate') ? { dueDate: dateOfLocalTime(after.dueDate) } : {}),
    ...(isChanged('followUpDate') ? { followUpDate: dateOfLocalTime(after.followUpDate) } : {}),
    ...(Number(after.priority) === Number(before.priority) ? {} : { priority: Number(after.priority) }),
    ...(isChanged('candidateUsers') ? { candidateUsers: namesOf(after.candidateUsers) } : {}),
    ...(isChanged('candidateGroups') ? { candidateGroups: namesOf(after.candidateGroups) } : {}),
  };
  return Object.keys(changeset).length === 0 ? undefined : changeset;
}

function namesOf(text: string): readonly string[] {
  return text.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}
