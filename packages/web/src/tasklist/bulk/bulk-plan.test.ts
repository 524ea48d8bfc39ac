import { expect, test } from 'vitest';
import type { UserTaskResult } from '../../api/gen/api.ts';
import { bulkPlanOf } from './bulk-plan.ts';

function task(userTaskKey: string, changes: Partial<UserTaskResult>): UserTaskResult {
  return { userTaskKey, state: 'CREATED', assignee: null, formKey: null, ...changes } as UserTaskResult;
}

const tasks = [
  task('1', {}),
  task('2', { assignee: 'ada' }),
  task('3', { assignee: 'bob' }),
  task('4', { assignee: 'ada', formKey: '9' }),
  task('5', { assignee: 'ada', state: 'COMPLETING' }),
];

test.each([
  ['claim', ['1'], ['isMine', 'ofOther', 'isMine', 'notOpen']],
  ['unassign', ['2', '3', '4'], ['notAssigned', 'notOpen']],
  ['assign', ['1', '2', '3', '4'], ['notOpen']],
  ['complete', ['2'], ['notMine', 'notMine', 'needsInput', 'notOpen']],
] as const)('should know which tasks to %s', (action, keys, reasons) => {
  // when
  const plan = bulkPlanOf(action, tasks, 'ada', ({ formKey }) => (formKey === null ? undefined : 'needsInput'));

  // then
  expect(plan.tasks.map(({ userTaskKey }) => userTaskKey)).toEqual(keys);
  expect(plan.leftOut.map(({ reason }) => reason)).toEqual(reasons);
});
