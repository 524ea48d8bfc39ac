import { expect, test } from 'vitest';
import { ApiProblem } from '../api/api-problem.ts';
import { de } from '../texts/de/index.ts';
import { en } from '../texts/en/index.ts';
import { problemText, problemWords } from './problem-words.ts';

const problem = (status: number, detail = '', title = 'FORBIDDEN') =>
  new ApiProblem({ status, title, detail, request: 'POST /v2/process-instances/1/cancellation' });
const denied = (permission: string, resourceType: string, ids: string) =>
  problem(
    403,
    `Insufficient permissions to perform operation '${permission}' on resource '${resourceType}', required resource identifiers are one of '[${ids}]'`,
  );

test.each([
  [
    denied('CANCEL_PROCESS_INSTANCE', 'PROCESS_DEFINITION', '*, order-process'),
    'You may not cancel instances of order-process. Ask an administrator for CANCEL_PROCESS_INSTANCE on PROCESS_DEFINITION order-process.',
  ],
  [
    denied('CREATE_BATCH_OPERATION_RESOLVE_INCIDENT', 'BATCH', '*'),
    'You may not start batch operations. Ask an administrator for CREATE_BATCH_OPERATION_RESOLVE_INCIDENT on BATCH.',
  ],
  [denied('FLY', 'KITE', '*'), 'You may not do this. Ask an administrator for FLY on KITE.'],
  [problem(403, 'Not for you'), 'Not for you'],
  [problem(409, 'Expected to cancel, but it has ended'), 'Expected to cancel, but it has ended'],
  [problem(500), 'Something went wrong. The server answered with status 500, without a reason.'],
  [problem(502), `${en.parts.unreachable}. ${en.parts.unreachableHelp}`],
  [problem(0), `${en.parts.unreachable}. ${en.parts.unreachableHelp}`],
  [new TypeError('x is not iterable'), 'Something went wrong. x is not iterable'],
])('should say what %s means', (given, expected) => {
  // when
  const text = problemText(given, en);

  // then
  expect(text).toBe(expected);
});

test('should leave out what the server said where the sentence says it', () => {
  // when
  const words = problemWords(denied('READ_USER_TASK', 'PROCESS_DEFINITION', 'loan'), de);

  // then
  expect(words).toEqual({
    title: de.parts.forbidden,
    text: 'Keine Berechtigung, Aufgaben von loan zu sehen. Die Verwaltung kann READ_USER_TASK für PROCESS_DEFINITION loan erteilen.',
  });
});
