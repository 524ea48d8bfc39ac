import {
  AdHocSubProcessInstructionIntent,
  HistoryDeletionIntent,
  keyOf,
  NO_KEY,
  ProcessInstanceBusinessIdIntent,
  ProcessInstanceIntent,
  ProcessInstanceMigrationIntent,
  ProcessInstanceModificationIntent,
  ResourceDeletionIntent,
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

const PATH = `/v2/process-instances/${KEY}`;
const PRECISE = '{"id":9007199254740993123,"price":10.00}';

describe('POST /v2/process-instances/{processInstanceKey}/modification', () => {
  it('should hand on all instructions, variables digit by digit', async () => {
    const answer = await rest.request(
      'POST',
      `${PATH}/modification`,
      `{
        "activateInstructions": [
          {"elementId": "a", "variableInstructions": [
            {"variables": {"id" : 9007199254740993123, "price": 10.00}, "scopeId": "sub"},
            {"variables": {}}
          ], "ancestorElementInstanceKey": "12"},
          {"elementId": "b"}
        ],
        "terminateInstructions": [{"elementInstanceKey": "5"}, {"elementId": "c"}],
        "moveInstructions": [
          {"sourceElementInstruction": {"sourceType": "byId", "sourceElementId": "d"}, "targetElementId": "e",
           "variableInstructions": [{"variables": {"price":10.00}}]},
          {"sourceElementInstruction": {"sourceType": "BYKEY", "sourceElementInstanceKey": "6"}, "targetElementId": "f",
           "ancestorScopeInstruction": {"ancestorScopeType": "direct", "ancestorElementInstanceKey": "7"}},
          {"sourceElementInstruction": {"sourceType": "byKey", "sourceElementInstanceKey": "6"}, "targetElementId": "f",
           "ancestorScopeInstruction": {"ancestorScopeType": "inferred"}},
          {"sourceElementInstruction": {"sourceType": "byKey", "sourceElementInstanceKey": "6"}, "targetElementId": "f",
           "ancestorScopeInstruction": {"ancestorScopeType": "sourceParent"}}
        ],
        "operationReference": 9223372036854775807
      }`,
    );

    expect(answer).toMatchObject({ status: 204, text: '' });
    expect(rest.port.sent[0]?.partitionId).toBe(2);
    const byKey = {
      sourceElementId: '',
      sourceElementInstanceKey: 6n,
      targetElementId: 'f',
      ancestorScopeKey: NO_KEY,
      infersAncestorScope: false,
      usesSourceParentAsScope: false,
      variableInstructions: [],
    };
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.PROCESS_INSTANCE_MODIFICATION,
      intent: ProcessInstanceModificationIntent.MODIFY,
      key: KEY,
      value: {
        processInstanceKey: KEY,
        activateInstructions: [
          {
            elementId: 'a',
            ancestorScopeKey: 12n,
            variableInstructions: [
              { elementId: 'sub', variables: PRECISE },
              { elementId: '', variables: '{}' },
            ],
          },
          { elementId: 'b', ancestorScopeKey: NO_KEY, variableInstructions: [] },
        ],
        terminateInstructions: [
          { elementInstanceKey: 5n, elementId: '' },
          { elementInstanceKey: NO_KEY, elementId: 'c' },
        ],
        moveInstructions: [
          {
            ...byKey,
            sourceElementId: 'd',
            sourceElementInstanceKey: NO_KEY,
            targetElementId: 'e',
            variableInstructions: [{ elementId: '', variables: '{"price":10.00}' }],
          },
          { ...byKey, ancestorScopeKey: 7n },
          { ...byKey, infersAncestorScope: true },
          { ...byKey, usesSourceParentAsScope: true },
        ],
        ancestorScopeKeys: [],
        terminatedElementInstanceKeys: [],
        tenantId: '<default>',
      },
      operationReference: 9223372036854775807n,
    });
  });

  const move = (parts: object) => ({
    moveInstructions: [
      { sourceElementInstruction: { sourceType: 'byId', sourceElementId: 'a' }, targetElementId: 'b', ...parts },
    ],
  });

  it.each([
    [{ activateInstructions: [{}] }, 'No activateInstructions[0].elementId provided.'],
    [
      { activateInstructions: [{ elementId: 'a', ancestorElementInstanceKey: 'b' }] },
      "The provided activateInstructions[0].ancestorElementInstanceKey 'b' is not a valid key. Expected a numeric value. Did you pass an entity id instead of an entity key?.",
    ],
    [
      { activateInstructions: [{ elementId: 'a', ancestorElementInstanceKey: '9223372036854775808' }] },
      "The provided activateInstructions[0].ancestorElementInstanceKey '9223372036854775808' is not a valid key. Expected a numeric value. Did you pass an entity id instead of an entity key?.",
    ],
    [
      { activateInstructions: [{ elementId: 'a', variableInstructions: [{ scopeId: 'x' }] }] },
      'No activateInstructions[0].variableInstructions[0].variables provided.',
    ],
    [
      { activateInstructions: [{ elementId: 'a', variableInstructions: [{ variables: [] }] }] },
      'Request property [activateInstructions[0].variableInstructions[0].variables] cannot be parsed',
    ],
    [
      { terminateInstructions: [{}] },
      'At least one of [terminateInstructions[0].elementId, terminateInstructions[0].elementInstanceKey] is required.',
    ],
    [
      { terminateInstructions: [{ elementId: 'a', elementInstanceKey: '1' }] },
      'Only one of [terminateInstructions[0].elementId, terminateInstructions[0].elementInstanceKey] is allowed.',
    ],
    [move({ targetElementId: '' }), 'No moveInstructions[0].targetElementId provided.'],
    [
      move({ sourceElementInstruction: { sourceType: 'byKey', sourceElementId: 'a' } }),
      'Request property [moveInstructions[0].sourceElementInstruction.sourceElementId] cannot be parsed',
    ],
    [
      move({ sourceElementInstruction: { sourceType: 'byName', sourceElementId: 'a' } }),
      "Unexpected value 'byName' for enum field 'moveInstructions[0].sourceElementInstruction.sourceType'. Use any of the following values: [byId, byKey]",
    ],
    [
      move({ ancestorScopeInstruction: { ancestorScopeType: 'direct' } }),
      'No moveInstructions[0].ancestorScopeInstruction.ancestorElementInstanceKey provided.',
    ],
    [
      move({ ancestorScopeInstruction: { ancestorScopeType: 'inferred', ancestorElementInstanceKey: '1' } }),
      'Request property [moveInstructions[0].ancestorScopeInstruction.ancestorElementInstanceKey] cannot be parsed',
    ],
    [{ deleteInstructions: [] }, 'Request property [deleteInstructions] cannot be parsed'],
  ])('should refuse %j', async (body, detail) => {
    const answer = await rest.request('POST', `${PATH}/modification`, body);

    expect(answer.json).toMatchObject({ status: 400, detail });
    expect(rest.port.sent).toHaveLength(0);
  });
});

describe('POST /v2/process-instances/{processInstanceKey}/migration', () => {
  const mapping = { sourceElementId: 'a', targetElementId: 'b' };

  it('should hand on the plan', async () => {
    const answer = await rest.request('POST', `${PATH}/migration`, {
      targetProcessDefinitionKey: '77',
      mappingInstructions: [mapping],
      operationReference: 4,
    });

    expect(answer.status).toBe(204);
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.PROCESS_INSTANCE_MIGRATION,
      intent: ProcessInstanceMigrationIntent.MIGRATE,
      key: KEY,
      value: {
        processInstanceKey: KEY,
        targetProcessDefinitionKey: 77n,
        mappingInstructions: [mapping],
        tenantId: '<default>',
      },
      operationReference: 4n,
    });
  });

  it.each([
    [{ mappingInstructions: [mapping] }, 'No targetProcessDefinitionKey provided.'],
    [{ targetProcessDefinitionKey: '1', mappingInstructions: [] }, 'No mappingInstructions provided.'],
    [
      { targetProcessDefinitionKey: '1', mappingInstructions: [{ sourceElementId: 'a' }] },
      'No mappingInstructions[0].targetElementId provided.',
    ],
  ])('should refuse %j', async (body, detail) => {
    const answer = await rest.request('POST', `${PATH}/migration`, body);

    expect(answer.json).toMatchObject({ status: 400, detail });
    expect(rest.port.sent).toHaveLength(0);
  });
});

describe('POST /v2/process-instances/{processInstanceKey}/…', () => {
  it.each([
    ['suspension', ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.SUSPEND, { processInstanceKey: KEY }],
    ['resumption', ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.RESUME, { processInstanceKey: KEY }],
    [
      'deletion',
      ValueType.HISTORY_DELETION,
      HistoryDeletionIntent.DELETE,
      { resourceKey: KEY, resourceType: 'PROCESS_INSTANCE' },
    ],
  ])('should ask for the %s', async (what, valueType, intent, value) => {
    const plain = await rest.request('POST', `${PATH}/${what}`);
    const marked = await rest.request('POST', `${PATH}/${what}`, { operationReference: 5 });

    expect([plain.status, marked.status]).toEqual([204, 204]);
    expect(rest.port.sent).toMatchObject([
      { partitionId: 2, command: { valueType, intent, key: KEY, value, operationReference: NO_KEY } },
      { partitionId: 2, command: { operationReference: 5n } },
    ]);
  });
});

describe('POST /v2/process-instances/{processInstanceKey}/business-id-assignment', () => {
  it('should give the instance its business id', async () => {
    const answer = await rest.request('POST', `${PATH}/business-id-assignment`, { businessId: 'order-17' });

    expect(answer.status).toBe(204);
    expect(rest.port.sent[0]?.partitionId).toBe(2);
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.PROCESS_INSTANCE_BUSINESS_ID,
      intent: ProcessInstanceBusinessIdIntent.ASSIGN,
      key: KEY,
      value: { processInstanceKey: KEY, businessId: 'order-17' },
    });
  });

  it.each([[{}], [{ businessId: '' }], [{ businessId: 'x'.repeat(257) }]])('should refuse %j', async (body) => {
    const answer = await rest.request('POST', `${PATH}/business-id-assignment`, body);

    expect(answer.json).toMatchObject({ status: 400 });
    expect(rest.port.sent).toHaveLength(0);
  });
});

describe('POST /v2/element-instances/ad-hoc-activities/{adHocSubProcessInstanceKey}/activation', () => {
  const path = `/v2/element-instances/ad-hoc-activities/${KEY}/activation`;

  it('should start elements with their variables', async () => {
    const answer = await rest.request(
      'POST',
      path,
      `{"elements": [{"elementId": "a", "variables": ${PRECISE}}, {"elementId": "b", "variables": null}], "cancelRemainingInstances": true}`,
    );

    expect(answer.status).toBe(204);
    expect(rest.port.sent[0]?.partitionId).toBe(2);
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION,
      intent: AdHocSubProcessInstructionIntent.ACTIVATE,
      key: KEY,
      value: {
        adHocSubProcessInstanceKey: KEY,
        activateElements: [
          { elementId: 'a', variables: PRECISE },
          { elementId: 'b', variables: '{}' },
        ],
        isCancelRemainingInstances: true,
        isCompletionConditionFulfilled: false,
        tenantId: '<default>',
      },
    });
  });

  it.each([
    [{}, 'No elements provided.'],
    [{ elements: [] }, 'No elements provided.'],
    [{ elements: [{}] }, 'No elements[0].elementId provided.'],
  ])('should refuse %j', async (body, detail) => {
    expect((await rest.request('POST', path, body)).json).toMatchObject({ status: 400, detail });
  });
});

describe('POST /v2/resources/{resourceKey}/deletion', () => {
  it.each([
    [undefined, false, NO_KEY],
    ['null', false, NO_KEY],
    [{ deleteHistory: true, operationReference: 8 }, true, 8n],
  ])('should delete on the first partition with the body %j', async (body, isDeleteHistory, operationReference) => {
    const answer = await rest.request('POST', `/v2/resources/${KEY}/deletion`, body);

    expect(answer).toMatchObject({ status: 200, json: { resourceKey: String(KEY), batchOperation: null } });
    expect(rest.port.sent[0]?.partitionId).toBe(1);
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.RESOURCE_DELETION,
      intent: ResourceDeletionIntent.DELETE,
      key: NO_KEY,
      value: { resourceKey: KEY, isDeleteHistory, resourceType: '', resourceId: '', tenantId: '<default>' },
      operationReference,
    });
  });
});
