/** The attributes of a user task that people, clients and listeners change. */
import type { UserTaskValue } from '@waggle/protocol';
import { isDateTimeText } from './date-time-text.ts';

export const DEFAULT_PRIORITY = 50;
const PRIORITY_MAX = 100;

/** In the order of the alphabet, as changed attributes are listed. */
const ATTRIBUTES = [
  'assignee',
  'candidateGroupsList',
  'candidateUsersList',
  'dueDate',
  'followUpDate',
  'priority',
] as const;

export type UserTaskAttribute = (typeof ATTRIBUTES)[number];
export type UserTaskAttributes = Pick<UserTaskValue, UserTaskAttribute>;

/** What listeners may correct. */
export const correctableAttributes: readonly UserTaskAttribute[] = ATTRIBUTES;
/** What an UPDATE may change; whom a task is assigned to has commands of its own. */
export const updatableAttributes: readonly UserTaskAttribute[] = ATTRIBUTES.filter((name) => name !== 'assignee');

/** Names of what differs, variables included. */
export function differences(before: UserTaskValue, after: UserTaskValue): readonly string[] {
  const changed: string[] = ATTRIBUTES.filter((name) => !isSame(before[name], after[name]));
  if (before.variables !== after.variables) changed.push('variables');
  return changed;
}

/** The task with the named attributes taken from elsewhere. */
export function withAttributes(
  task: UserTaskValue,
  names: readonly string[],
  attributes: UserTaskAttributes,
): UserTaskValue {
  const taken = ATTRIBUTES.filter((name) => names.includes(name)).map((name) => [name, attributes[name]] as const);
  return taken.length === 0 ? task : { ...task, ...Object.fromEntries(taken) };
}

/** Why the named attributes cannot have these values; `undefined` when they can. */
export function attributesProblem(names: readonly string[], attributes: UserTaskAttributes): string | undefined {
  if (names.includes('priority')) {
    const problem = priorityProblem(attributes.priority);
    if (problem !== undefined) return problem;
  }
  for (const name of ['dueDate', 'followUpDate'] as const) {
    const text = attributes[name];
    if (names.includes(name) && text !== '' && !isDateTimeText(text)) {
      return `Expected ${name} to be an ISO 8601 date-time with offset or zone, or empty, but was '${text}'.`;
    }
  }
  return undefined;
}

export function priorityProblem(priority: number): string | undefined {
  if (Number.isInteger(priority) && priority >= 0 && priority <= PRIORITY_MAX) return undefined;
  return `Expected priority to be in the range [0,${PRIORITY_MAX}] but was '${priority}'.`;
}

function isSame(left: string | number | readonly string[], right: string | number | readonly string[]): boolean {
  if (typeof left !== 'object' || typeof right !== 'object') return left === right;
  return left.length === right.length && left.every((item, index) => item === right[index]);
}
