import { apiDocument } from '@waggle/gateway';
import { expect, test } from 'vitest';
import { isPromised, type RestOperation, reasonOfAbsence, restOperations } from '../rest-operations.ts';

/** Operations that Camunda's API does not have. */
const ownOperations: ReadonlySet<string> = new Set([
  'getProcessInstanceRecords',
  'watchChanges',
  'createSavedFilter',
  'updateSavedFilter',
  'deleteSavedFilter',
  'searchSavedFilters',
  'createUserTaskComment',
  'deleteUserTaskComment',
  'searchUserTaskComments',
]);

const declared: readonly RestOperation[] = Object.entries(apiDocument().paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([, operation]) => 'operationId' in operation)
    .map(([method, operation]) => ({
      tag: String(operation.tags?.[0]),
      since: String(operation['x-added-in-version']),
      method: method.toUpperCase(),
      path: 'servers' in methods ? path : `/v2${path}`,
      operationId: String(operation.operationId),
    })),
);
const isDeclared = new Set(declared.map(({ operationId }) => operationId));

test('should know the operations of 8.9', () => {
  expect(restOperations.filter(isPromised)).toHaveLength(183);
  expect(new Set(restOperations.map(({ operationId }) => operationId)).size).toBe(restOperations.length);
});

test('should have every promised operation, or a reason why not', () => {
  const missing = restOperations.filter(
    (operation) =>
      isPromised(operation) && !isDeclared.has(operation.operationId) && reasonOfAbsence(operation) === undefined,
  );
  expect(
    missing.map(({ operationId }) => operationId),
    'Expected these operations in packages/gateway/src/rest/endpoint-table.ts, or why not in tests/rest-operations.ts.',
  ).toEqual([]);
});

test('should not excuse operations that are there', () => {
  const excused = restOperations.filter(
    (operation) => isDeclared.has(operation.operationId) && reasonOfAbsence(operation) !== undefined,
  );
  expect(
    excused.map(({ operationId }) => operationId),
    'Expected no reason for the absence of operations that exist: remove their lines from tests/rest-operations.ts.',
  ).toEqual([]);
});

test('should declare operations as Camunda does', () => {
  const known = new Map(restOperations.map((operation) => [operation.operationId, operation]));
  const camundas = declared.filter(({ operationId }) => !ownOperations.has(operationId));
  expect(camundas).toEqual(camundas.map(({ operationId }) => known.get(operationId)));
});
