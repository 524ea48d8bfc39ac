import { expect, test } from 'vitest';
import { ApiProblem } from './api-problem.ts';
import { missingPermissionOf } from './missing-permission.ts';

const forbidden = (detail: string, status = 403) =>
  new ApiProblem({ status, title: 'FORBIDDEN', detail, request: 'POST /v2/process-instances/search' });

test.each([
  [
    "Unauthorized to perform operation 'READ_PROCESS_INSTANCE' on resource 'PROCESS_DEFINITION'",
    { permission: 'READ_PROCESS_INSTANCE', resourceType: 'PROCESS_DEFINITION', resourceIds: [] },
  ],
  [
    "Command 'CANCEL' rejected with code 'FORBIDDEN': Insufficient permissions to perform operation " +
      "'CANCEL_PROCESS_INSTANCE' on resource 'PROCESS_DEFINITION', required resource identifiers are one of '[*, order-process]'",
    { permission: 'CANCEL_PROCESS_INSTANCE', resourceType: 'PROCESS_DEFINITION', resourceIds: ['order-process'] },
  ],
  ['This is not for you', undefined],
])('should find what is missing in: %s', (detail, expected) => {
  // when
  const missing = missingPermissionOf(forbidden(detail));

  // then
  expect(missing).toEqual(expected);
});

test('should not take another problem for a missing permission', () => {
  // when
  const missing = missingPermissionOf(forbidden("perform operation 'READ' on resource 'BATCH'", 409));

  // then
  expect(missing).toBeUndefined();
});
