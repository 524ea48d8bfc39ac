import { expect, test } from 'vitest';
import { ApiProblem } from '../../api/api-problem.ts';
import { completionFailureOf } from './completion-failure.ts';

function problem(status: number, detail: string): ApiProblem {
  return new ApiProblem({ status, title: 'Title', detail, request: 'POST /v2/user-tasks/1/completion' });
}

test.each([
  [
    problem(
      409,
      "Command 'COMPLETE' rejected: Completion of the User Task was denied by Task Listener. Reason to deny: 'It's late'",
    ),
    { kind: 'denied', reason: "It's late" },
  ],
  [problem(404, 'no such task'), { kind: 'conflict', reason: 'no such task' }],
  [problem(409, 'is in state'), { kind: 'conflict', reason: 'is in state' }],
  [problem(0, ''), { kind: 'lost', reason: '' }],
  [problem(400, 'too big'), { kind: 'other', reason: 'too big' }],
])('should say what became of a completion: %o', (given, failure) => {
  expect(completionFailureOf(given, given.detail)).toEqual(failure);
});
