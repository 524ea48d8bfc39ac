import {
  BatchOperationCreationIntent,
  type BatchOperationCreationValue,
  BatchOperationLifecycleManagementIntent,
  BatchOperationType,
  keyOf,
  NO_KEY,
  ValueType,
} from '@waggle/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RestFixture, startRest } from '../../test/rest-fixture.ts';
import { sentCommand } from '../../test/sent-command.ts';

const KEY = keyOf(2, 7n);

let rest: RestFixture;
beforeAll(async () => {
  rest = await startRest({ partitionCount: 3 });
});
afterAll(() => rest.close());
beforeEach(() => {
  rest.port.sent.length = 0;
  rest.port.script = () => undefined;
});

const mappingInstructions = [{ sourceElementId: 'a', targetElementId: 'b' }];
const filter = { processDefinitionId: { $in: ['order', 'return'] }, $or: [{ hasIncident: true }] };

describe('POST /v2/process-instances/…', () => {
  it.each([
    ['cancellation', 'CANCEL_PROCESS_INSTANCE', {}, {}],
    ['deletion', 'DELETE_PROCESS_INSTANCE', {}, {}],
    ['incident-resolution', 'RESOLVE_INCIDENT', {}, {}],
    ['suspension', 'SUSPEND_PROCESS_INSTANCE', {}, {}],
    ['resumption', 'RESUME_PROCESS_INSTANCE', {}, {}],
    [
      'migration',
      'MIGRATE_PROCESS_INSTANCE',
      { migrationPlan: { targetProcessDefinitionKey: '77', mappingInstructions } },
      { targetProcessDefinitionKey: 77n, mappingInstructions },
    ],
    [
      'modification',
      'MODIFY_PROCESS_INSTANCE',
      { moveInstructions: mappingInstructions },
      { moveInstructions: mappingInstructions },
    ],
  ] as const)('should create a batch operation for the %s of many', async (what, type, parts, value) => {
    const answer = await rest.request('POST', `/v2/process-instances/${what}`, {
      filter,
      ...parts,
      operationReference: 6,
    });

    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ batchOperationKey: expect.stringMatching(/^[0-9]+$/), batchOperationType: type });
    expect(rest.port.sent[0]?.partitionId).toBe(1);
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.BATCH_OPERATION_CREATION,
      intent: BatchOperationCreationIntent.CREATE,
      key: NO_KEY,
      value: {
        batchOperationKey: NO_KEY,
        batchOperationType: BatchOperationType[type],
        entityFilter: JSON.stringify(filter),
        targetProcessDefinitionKey: NO_KEY,
        mappingInstructions: [],
        moveInstructions: [],
        partitionIds: [],
        tenantId: '<default>',
        ...value,
      },
      operationReference: 6n,
    });
  });

  it('should hand the values of a filter on as searches spell them', async () => {
    const given = { elementInstanceState: { $in: ['active'] }, $or: [{ state: 'Suspended' }], businessId: null };
    await rest.request('POST', '/v2/process-instances/cancellation', { filter: given });

    const { value } = sentCommand(rest.port);
    const expected = { elementInstanceState: { $in: ['ACTIVE'] }, $or: [{ state: 'SUSPENDED' }] };
    expect(JSON.parse((value as BatchOperationCreationValue).entityFilter)).toEqual(expected);
  });

  const filterOf = (text: string) => `{"filter":${text}}`;

  it.each([
    ['{}', 'No filter provided.'],
    [filterOf('{}'), 'Expected filter to have at least one condition, but it has none.'],
    [filterOf('{"state":null}'), 'Expected filter to have at least one condition, but it has none.'],
    [filterOf('{"processId":"a"}'), 'Request property [filter.processId] cannot be parsed'],
    [filterOf('{"$or":[{"key":"a"}]}'), 'Request property [filter.$or[0].key] cannot be parsed'],
    [filterOf('[]'), 'Request property [filter] cannot be parsed'],
  ])('should refuse %s', async (body, detail) => {
    const answer = await rest.request('POST', '/v2/process-instances/cancellation', body);

    expect(answer.json).toMatchObject({ status: 400, detail });
    expect(rest.port.sent).toHaveLength(0);
  });

  it.each([
    ['migration', {}, 'No migrationPlan provided.'],
    ['migration', { migrationPlan: { mappingInstructions } }, 'No migrationPlan.targetProcessDefinitionKey provided.'],
    [
      'migration',
      { migrationPlan: { targetProcessDefinitionKey: '1', mappingInstructions: [] } },
      'No migrationPlan.mappingInstructions provided.',
    ],
    ['modification', { moveInstructions: [] }, 'No moveInstructions provided.'],
  ])('should refuse a %s with %j', async (what, parts, detail) => {
    const answer = await rest.request('POST', `/v2/process-instances/${what}`, { filter, ...parts });

    expect(answer.json).toMatchObject({ status: 400, detail });
  });
});

describe('POST /v2/process-instances/{processInstanceKey}/incident-resolution', () => {
  it('should resolve the incidents of one instance', async () => {
    const answer = await rest.request('POST', `/v2/process-instances/${KEY}/incident-resolution`);

    expect(answer.json).toMatchObject({ batchOperationType: 'RESOLVE_INCIDENT' });
    expect(sentCommand(rest.port)).toMatchObject({
      value: {
        batchOperationType: BatchOperationType.RESOLVE_INCIDENT,
        entityFilter: `{"processInstanceKey":"${KEY}"}`,
      },
    });
  });
});

describe('POST /v2/jobs/batch-update', () => {
  it('should create a batch operation that updates jobs', async () => {
    const answer = await rest.request('POST', '/v2/jobs/batch-update', {
      filter: { type: 'charge' },
      changeset: { retries: 3, timeout: null },
    });

    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ batchOperationType: 'UPDATE_JOB' });
    expect(sentCommand(rest.port)).toMatchObject({
      value: {
        batchOperationType: BatchOperationType.UPDATE_JOB,
        entityFilter: '{"type":"charge"}',
        jobChange: { changedAttributes: ['retries'], retries: 3, timeout: -1, priority: 0 },
      },
    });
  });

  it.each([
    [{ filter: {}, changeset: { retries: 3 } }, 'Expected filter to have at least one condition, but it has none.'],
    [{ filter: { type: 'a' } }, 'No changeset provided.'],
  ])('should refuse %j', async (body, detail) => {
    const answer = await rest.request('POST', '/v2/jobs/batch-update', body);

    expect(answer.json).toMatchObject({ status: 400, detail });
    expect(rest.port.sent).toHaveLength(0);
  });
});

describe('POST /v2/batch-operations/{batchOperationKey}/…', () => {
  it.each([
    ['cancellation', BatchOperationLifecycleManagementIntent.CANCEL],
    ['suspension', BatchOperationLifecycleManagementIntent.SUSPEND],
    ['resumption', BatchOperationLifecycleManagementIntent.RESUME],
  ])('should ask the first partition for the %s', async (what, intent) => {
    const answer = await rest.request('POST', `/v2/batch-operations/${KEY}/${what}`, {});

    expect(answer).toMatchObject({ status: 204, text: '' });
    expect(rest.port.sent[0]?.partitionId).toBe(1);
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT,
      intent,
      key: KEY,
      value: { batchOperationKey: KEY, errors: [] },
    });
  });
});
