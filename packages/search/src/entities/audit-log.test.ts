import {
  bpmn,
  createBatch,
  dmn,
  endEvent,
  flow,
  literal,
  oneUserTask,
  serviceTask,
  startEvent,
  userTaskCommand,
  userTaskKey,
} from '@waggle/engine/test';
import { UserTaskIntent } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { deleteResource } from '../../test/delete-resource.ts';
import { startReadSide } from '../../test/read-side.ts';

const work = bpmn(
  { id: 'p' },
  startEvent(),
  serviceTask('task'),
  endEvent(),
  flow('start', 'task'),
  flow('task', 'end'),
);

test('should tell an operation with everything a client asks for', async () => {
  // given
  const { engine, search, get } = await startReadSide();
  const { processesMetadata } = engine.deploy(work);
  const instance = engine.create('p');
  engine.advance(1_000);

  // when
  engine.cancel(instance);

  // then
  const [entry] = await search('AuditLog', { filter: { operationType: 'CANCEL' } });
  expect(entry).toEqual({
    auditLogKey: expect.stringMatching(/^\d+$/),
    entityKey: String(instance),
    entityType: 'PROCESS_INSTANCE',
    operationType: 'CANCEL',
    batchOperationKey: null,
    batchOperationType: null,
    timestamp: '2030-01-15T12:00:01.000Z',
    actorId: null,
    actorType: 'ANONYMOUS',
    agentElementId: null,
    tenantId: '<default>',
    result: 'SUCCESS',
    category: 'DEPLOYED_RESOURCES',
    processDefinitionId: 'p',
    processDefinitionKey: String(processesMetadata[0]!.processDefinitionKey),
    processInstanceKey: String(instance),
    rootProcessInstanceKey: String(instance),
    elementInstanceKey: null,
    jobKey: null,
    userTaskKey: null,
    decisionRequirementsId: null,
    decisionRequirementsKey: null,
    decisionDefinitionId: null,
    decisionDefinitionKey: null,
    decisionEvaluationKey: null,
    deploymentKey: null,
    formKey: null,
    resourceKey: null,
    relatedEntityKey: null,
    relatedEntityType: null,
    entityDescription: null,
    inboundChannelType: null,
    inboundChannelToolName: null,
  });
  expect(await get('AuditLog', entry.auditLogKey)).toEqual(entry);
});

test('should tell what clients did, and nothing of what followed from it', async () => {
  // given
  const { engine, search } = await startReadSide();

  // when
  engine.deploy(work, { name: 'rules.dmn', xml: dmn('rules', literal('rate', '0.1')) });
  const instance = engine.create('p', { amount: 1 });
  engine.setVariables(instance, { amount: 2, note: 'x' });
  engine.evaluateDecision('rate');
  engine.completeJob('task');

  // then
  const told = (await search('AuditLog', { sort: [{ field: 'timestamp' }] })).map(
    ({ operationType, entityType, entityDescription }) => [operationType, entityType, entityDescription],
  );
  expect(told).toEqual([
    ['CREATE', 'RESOURCE', 'process-0.bpmn'],
    ['CREATE', 'RESOURCE', 'rules.dmn'],
    ['CREATE', 'DECISION', 'rate'],
    ['CREATE', 'PROCESS_INSTANCE', null],
    ['UPDATE', 'VARIABLE', 'amount'],
    ['CREATE', 'VARIABLE', 'note'],
    ['EVALUATE', 'DECISION', null],
  ]);
});

test('should tell what was done to a user task, also what was refused', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(oneUserTask({ assignment: 'assignee="model"', listeners: ['completing:check'] }));
  engine.create('p');
  const key = userTaskKey(engine);

  // when
  userTaskCommand(engine, UserTaskIntent.CLAIM, key, { assignee: 'ada' });
  userTaskCommand(engine, UserTaskIntent.ASSIGN, key, { assignee: '' });
  userTaskCommand(engine, UserTaskIntent.ASSIGN, key, { assignee: 'ada' });
  userTaskCommand(engine, UserTaskIntent.UPDATE, key, { priority: 7, changedAttributes: ['priority'] });
  userTaskCommand(engine, UserTaskIntent.COMPLETE, key);
  engine.completeJob('check');

  // then
  const told = (await search('UserTaskAuditLog', {}, { userTaskKey: String(key) })).map(
    ({ operationType, result, category, entityDescription }) => [operationType, result, category, entityDescription],
  );
  expect(told).toEqual([
    ['ASSIGN', 'FAIL', 'USER_TASKS', 'INVALID_STATE'],
    ['UNASSIGN', 'SUCCESS', 'USER_TASKS', null],
    ['ASSIGN', 'SUCCESS', 'USER_TASKS', null],
    ['UPDATE', 'SUCCESS', 'USER_TASKS', null],
    ['COMPLETE', 'SUCCESS', 'USER_TASKS', null],
  ]);
  const failed = { filter: { result: 'FAIL' } };
  expect(await search('UserTaskAuditLog', failed, { userTaskKey: String(key) })).toHaveLength(1);
});

test('should tell a batch operation and what it did to each item', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(work);
  const keys = [engine.create('p'), engine.create('p')].map(String);

  // when
  const batch = String(createBatch(engine, 'CANCEL_PROCESS_INSTANCE', { processDefinitionId: 'p' })!.record.key);

  // then
  const found = await search('AuditLog', { filter: { batchOperationType: 'CANCEL_PROCESS_INSTANCE' } });
  expect(
    found.map((entry) => [entry.operationType, entry.entityType, entry.entityKey, entry.batchOperationKey]),
  ).toEqual([
    ['CREATE', 'BATCH', batch, batch],
    ['CANCEL', 'PROCESS_INSTANCE', keys[0], batch],
    ['CANCEL', 'PROCESS_INSTANCE', keys[1], batch],
  ]);
  expect(found[0]).toMatchObject({ tenantId: null, batchOperationType: 'CANCEL_PROCESS_INSTANCE' });
});

test('should find entries by what they are about', async () => {
  // given
  const { engine, search } = await startReadSide();
  const { processesMetadata } = engine.deploy(work);
  const definition = processesMetadata[0]!;
  const instance = engine.create('p');
  engine.cancel(instance);
  deleteResource(engine, definition.processDefinitionKey);
  const found = async (filter: object) =>
    (await search('AuditLog', { filter: { ...filter } })).map(({ operationType }) => operationType);

  // when, then
  expect(await found({ processInstanceKey: String(instance) })).toEqual(['CREATE', 'CANCEL']);
  expect(await found({ entityType: 'RESOURCE' })).toEqual(['CREATE', 'DELETE']);
  expect(await found({ entityKey: String(definition.processDefinitionKey) })).toEqual(['CREATE', 'DELETE']);
  expect(await found({ timestamp: { $gt: '2031-01-01T00:00:00Z' } })).toEqual([]);
  expect(await found({ actorType: 'USER' })).toEqual([]);
  expect(await found({ userTaskKey: 'none' })).toEqual([]);
});

test('should keep nothing when it is not to be kept at all', async () => {
  // given
  const { engine, search } = await startReadSide({ retention: { auditLogMs: 0 } });

  // when
  engine.deploy(work);
  engine.create('p');

  // then
  expect(await search('AuditLog')).toEqual([]);
});
