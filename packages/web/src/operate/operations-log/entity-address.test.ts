import { expect, test } from 'vitest';
import { entityAddress } from './entity-address.ts';

const nothing = {
  entityKey: '7',
  processInstanceKey: null,
  batchOperationKey: null,
  userTaskKey: null,
  decisionEvaluationKey: null,
  processDefinitionId: null,
};

test.each([
  [{ ...nothing, entityType: 'PROCESS_INSTANCE' }, '/operate/processes/7'],
  [{ ...nothing, entityType: 'INCIDENT', processInstanceKey: '8' }, '/operate/processes/8'],
  [{ ...nothing, entityType: 'VARIABLE', processInstanceKey: '8' }, '/operate/processes/8'],
  [{ ...nothing, entityType: 'BATCH', batchOperationKey: '9' }, '/operate/batch-operations/9'],
  [{ ...nothing, entityType: 'USER_TASK' }, '/tasklist/7'],
  [{ ...nothing, entityType: 'DECISION', decisionEvaluationKey: '5' }, '/operate/decisions?keys=5'],
  [{ ...nothing, entityType: 'RESOURCE', processDefinitionId: 'a&b' }, '/operate/processes?process=a%26b'],
  [{ ...nothing, entityType: 'RESOURCE' }, undefined],
  [{ ...nothing, entityType: 'TENANT' }, undefined],
] as const)('should lead from %j to %s', (entry, address) => {
  expect(entityAddress(entry)).toBe(address);
});
