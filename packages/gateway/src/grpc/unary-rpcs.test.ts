import {
  ConditionalEvaluationIntent,
  DecisionEvaluationIntent,
  DeploymentIntent,
  IncidentIntent,
  JobIntent,
  keyOf,
  MessageIntent,
  NO_KEY,
  ProcessInstanceCreationIntent,
  ProcessInstanceIntent,
  ProcessInstanceMigrationIntent,
  ProcessInstanceModificationIntent,
  type ProcessInstanceResultValue,
  ResourceDeletionIntent,
  SignalIntent,
  ValueType,
  VariableDocumentIntent,
} from '@waggle/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decisionMetadata, evaluatedValue, failedValue, requirementsMetadata } from '../../test/decision-samples.ts';
import { type GrpcFixture, startGrpc } from '../../test/grpc-fixture.ts';
import { eventResponse } from '../../test/scripted-port.ts';
import type { RpcName } from './rpc-handlers.ts';

// Above 2^53, where a number would lose the last digits.
const KEY = keyOf(5, 1_234_567n);
const KEY_TEXT = String(KEY);

describe('unary rpcs', () => {
  let grpc: GrpcFixture;
  beforeEach(async () => {
    grpc = await startGrpc({ partitionCount: 5 });
  });
  afterEach(() => grpc.close());

  it.each<[RpcName, object, ValueType, number, object]>([
    [
      'CancelProcessInstance',
      { processInstanceKey: KEY_TEXT, operationReference: '77' },
      ValueType.PROCESS_INSTANCE,
      ProcessInstanceIntent.CANCEL,
      { key: KEY, operationReference: 77n },
    ],
    [
      'CompleteJob',
      { jobKey: KEY_TEXT, variables: '{"a":1.0}' },
      ValueType.JOB,
      JobIntent.COMPLETE,
      { key: KEY, value: { variables: '{"a":1.0}' } },
    ],
    [
      'FailJob',
      { jobKey: KEY_TEXT, retries: 2, errorMessage: 'no card', retryBackOff: '5000', variables: '{"b":2}' },
      ValueType.JOB,
      JobIntent.FAIL,
      { key: KEY, value: { retries: 2, errorMessage: 'no card', retryBackoff: 5000, variables: '{"b":2}' } },
    ],
    [
      'ThrowError',
      { jobKey: KEY_TEXT, errorCode: 'E1', errorMessage: 'sold out' },
      ValueType.JOB,
      JobIntent.THROW_ERROR,
      { key: KEY, value: { errorCode: 'E1', errorMessage: 'sold out', variables: '{}' } },
    ],
    [
      'UpdateJobRetries',
      { jobKey: KEY_TEXT, retries: 4 },
      ValueType.JOB,
      JobIntent.UPDATE_RETRIES,
      { key: KEY, value: { retries: 4 }, operationReference: NO_KEY },
    ],
    [
      'UpdateJobTimeout',
      { jobKey: KEY_TEXT, timeout: '60000', operationReference: 0 },
      ValueType.JOB,
      JobIntent.UPDATE_TIMEOUT,
      { key: KEY, value: { timeout: 60_000 }, operationReference: 0n },
    ],
    ['ResolveIncident', { incidentKey: KEY_TEXT }, ValueType.INCIDENT, IncidentIntent.RESOLVE, { key: KEY }],
    [
      'UpdateJobPriority',
      { jobKey: KEY_TEXT, priority: -3, jobLeaseToken: 'l-1', operationReference: '9' },
      ValueType.JOB,
      JobIntent.UPDATE,
      { key: KEY, value: { priority: -3, changedAttributes: ['priority'], leaseToken: 'l-1' }, operationReference: 9n },
    ],
    [
      'MigrateProcessInstance',
      {
        processInstanceKey: KEY_TEXT,
        migrationPlan: {
          targetProcessDefinitionKey: '77',
          mappingInstructions: [{ sourceElementId: 'a', targetElementId: 'b' }],
        },
        operationReference: '9',
      },
      ValueType.PROCESS_INSTANCE_MIGRATION,
      ProcessInstanceMigrationIntent.MIGRATE,
      {
        key: KEY,
        value: {
          processInstanceKey: KEY,
          targetProcessDefinitionKey: 77n,
          mappingInstructions: [{ sourceElementId: 'a', targetElementId: 'b' }],
        },
        operationReference: 9n,
      },
    ],
    [
      'ModifyProcessInstance',
      {
        processInstanceKey: KEY_TEXT,
        activateInstructions: [
          {
            elementId: 'a',
            ancestorElementInstanceKey: '-1',
            variableInstructions: [
              { variables: '{"x":1.0}', scopeId: 's' },
              { variables: '', scopeId: '' },
            ],
          },
          { elementId: 'b', ancestorElementInstanceKey: '12' },
        ],
        terminateInstructions: [{ elementInstanceKey: '5' }, { elementId: 'c' }],
        moveInstructions: [
          { sourceElementId: 'd', targetElementId: 'e', inferAncestorScopeFromSourceHierarchy: true },
          { sourceElementInstanceKey: '6', targetElementId: 'f', useSourceParentKeyAsAncestorScopeKey: true },
          { sourceElementInstanceKey: '6', targetElementId: 'f', ancestorElementInstanceKey: '7' },
        ],
      },
      ValueType.PROCESS_INSTANCE_MODIFICATION,
      ProcessInstanceModificationIntent.MODIFY,
      {
        key: KEY,
        value: {
          processInstanceKey: KEY,
          activateInstructions: [
            {
              elementId: 'a',
              ancestorScopeKey: NO_KEY,
              variableInstructions: [
                { elementId: 's', variables: '{"x":1.0}' },
                { elementId: '', variables: '{}' },
              ],
            },
            { elementId: 'b', ancestorScopeKey: 12n, variableInstructions: [] },
          ],
          terminateInstructions: [
            { elementInstanceKey: 5n, elementId: '' },
            { elementInstanceKey: NO_KEY, elementId: 'c' },
          ],
          moveInstructions: [
            {
              sourceElementId: 'd',
              sourceElementInstanceKey: NO_KEY,
              targetElementId: 'e',
              ancestorScopeKey: NO_KEY,
              infersAncestorScope: true,
              usesSourceParentAsScope: false,
              variableInstructions: [],
            },
            { sourceElementId: '', sourceElementInstanceKey: 6n, usesSourceParentAsScope: true },
            { ancestorScopeKey: 7n, infersAncestorScope: false, usesSourceParentAsScope: false },
          ],
          tenantId: '<default>',
        },
      },
    ],
    ...(
      [
        ['CompleteJob', JobIntent.COMPLETE],
        ['FailJob', JobIntent.FAIL],
        ['ThrowError', JobIntent.THROW_ERROR],
        ['UpdateJobRetries', JobIntent.UPDATE_RETRIES],
        ['UpdateJobTimeout', JobIntent.UPDATE_TIMEOUT],
      ] as const
    ).map(
      ([rpc, intent]) =>
        [
          rpc,
          { jobKey: KEY_TEXT, jobLeaseToken: 'l-1' },
          ValueType.JOB,
          intent,
          { key: KEY, value: { leaseToken: 'l-1' } },
        ] as [RpcName, object, ValueType, number, object],
    ),
  ])('%s should send its command and answer with nothing', async (rpc, request, valueType, intent, command) => {
    // when
    const response = await grpc.call(rpc, request);

    // then
    expect(response).toEqual({});
    expect(grpc.port.sent).toMatchObject([{ partitionId: 5, command: { valueType, intent, ...command } }]);
  });

  it.each([
    [{}, undefined],
    [{ result: {} }, undefined],
    [{ result: { type: 'userTask', denied: false } }, undefined],
    [
      { result: { denied: true, deniedReason: 'no' } },
      { type: 'userTask', isDenied: true, deniedReason: 'no', correctedAttributes: [] },
    ],
    [
      { result: { corrections: { assignee: '', candidateUsers: { values: [] }, priority: 0 } } },
      {
        type: 'userTask',
        isDenied: false,
        correctedAttributes: ['assignee', 'candidateUsersList', 'priority'],
        corrections: { assignee: '', candidateUsersList: [], priority: 0 },
      },
    ],
    [
      { result: { corrections: { dueDate: 'd', followUpDate: 'f', candidateGroups: { values: ['g'] } } } },
      {
        correctedAttributes: ['candidateGroupsList', 'dueDate', 'followUpDate'],
        corrections: { dueDate: 'd', followUpDate: 'f', candidateGroupsList: ['g'] },
      },
    ],
    [
      {
        result: {
          type: 'adHocSubProcess',
          activateElements: [{ elementId: 'a', variables: '{"x":1.0}' }, { elementId: 'b' }],
          isCancelRemainingInstances: true,
        },
      },
      {
        type: 'adHocSubProcess',
        activateElements: [
          { elementId: 'a', variables: '{"x":1.0}' },
          { elementId: 'b', variables: '{}' },
        ],
        isCompletionConditionFulfilled: false,
        isCancelRemainingInstances: true,
      },
    ],
  ])('CompleteJob should pass on %j', async (parts, result) => {
    // when
    await grpc.call('CompleteJob', { jobKey: KEY_TEXT, ...parts });

    // then
    const value = grpc.port.sent[0]?.command.value as { result?: object };
    if (result === undefined) expect(value.result).toBeUndefined();
    else expect(value.result).toMatchObject(result);
  });

  it('BroadcastSignal should answer with the key of the signal, one partition after the other', async () => {
    // when
    const response = await grpc.call('BroadcastSignal', { signalName: 'alarm', variables: '{"a":1.0}' });
    await grpc.call('BroadcastSignal', { signalName: 'alarm' });

    // then
    expect(response).toEqual({ key: String(keyOf(1, 1n)), tenantId: '<default>' });
    expect(grpc.port.sent).toMatchObject([
      {
        partitionId: 1,
        command: {
          valueType: ValueType.SIGNAL,
          intent: SignalIntent.BROADCAST,
          key: NO_KEY,
          value: { signalName: 'alarm', variables: '{"a":1.0}', tenantId: '<default>' },
        },
      },
      { partitionId: 2 },
    ]);
  });

  it('DeleteResource should ask the first partition and name what it deleted', async () => {
    // when
    const response = await grpc.call('DeleteResource', {
      resourceKey: KEY_TEXT,
      deleteHistory: true,
      operationReference: '3',
    });

    // then
    expect(response).toMatchObject({ resourceKey: KEY_TEXT });
    expect(grpc.port.sent).toMatchObject([
      {
        partitionId: 1,
        command: {
          valueType: ValueType.RESOURCE_DELETION,
          intent: ResourceDeletionIntent.DELETE,
          key: NO_KEY,
          value: { resourceKey: KEY, isDeleteHistory: true },
          operationReference: 3n,
        },
      },
    ]);
  });

  it('EvaluateDecision should tell everything evaluated', async () => {
    // given
    grpc.port.script = ({ command }) => eventResponse(command, keyOf(1, 30n), evaluatedValue);

    // when
    const response = await grpc.call('EvaluateDecision', { decisionId: 'discount', variables: '{"x":1.0}' });

    // then
    expect(response).toEqual({
      decisionKey: String(keyOf(1, 21n)),
      decisionId: 'discount',
      decisionName: 'Discount',
      decisionVersion: 2,
      decisionRequirementsId: 'pricing',
      decisionRequirementsKey: String(keyOf(1, 20n)),
      decisionOutput: '0.10',
      evaluatedDecisions: [
        {
          decisionKey: String(keyOf(1, 21n)),
          decisionId: 'discount',
          decisionName: 'Discount',
          decisionVersion: 2,
          decisionType: 'DECISION_TABLE',
          decisionOutput: '0.10',
          matchedRules: evaluatedValue.evaluatedDecisions[0]?.matchedRules,
          evaluatedInputs: evaluatedValue.evaluatedDecisions[0]?.evaluatedInputs,
          tenantId: '<default>',
          decisionEvaluationInstanceKey: `${keyOf(1, 30n)}-1`,
        },
      ],
      failedDecisionId: '',
      failureMessage: '',
      tenantId: '<default>',
      decisionInstanceKey: String(keyOf(1, 30n)),
      decisionEvaluationKey: String(keyOf(1, 30n)),
    });
    expect(grpc.port.sent).toMatchObject([
      {
        command: {
          valueType: ValueType.DECISION_EVALUATION,
          intent: DecisionEvaluationIntent.EVALUATE,
          value: { decisionId: 'discount', decisionKey: NO_KEY, variables: '{"x":1.0}' },
        },
      },
    ]);
  });

  it('EvaluateDecision should answer with what failed', async () => {
    // given
    grpc.port.script = ({ command }) => eventResponse(command, keyOf(1, 30n), failedValue);

    // when
    const response = await grpc.call('EvaluateDecision', { decisionKey: KEY_TEXT });

    // then
    const { failedDecisionId, evaluationFailureMessage: failureMessage } = failedValue;
    expect(response).toMatchObject({ failedDecisionId, failureMessage, decisionOutput: 'null' });
    expect(grpc.port.sent[0]?.command.value).toMatchObject({ decisionId: '', decisionKey: KEY, variables: '{}' });
  });

  it.each([
    [{}, NO_KEY],
    [{ processDefinitionKey: KEY_TEXT }, KEY],
  ])('EvaluateConditional should tell what it started, asking with %j', async (parts, processDefinitionKey) => {
    // given
    const started = { processDefinitionKey: KEY, processInstanceKey: keyOf(2, 9n) };
    grpc.port.script = ({ command }) =>
      eventResponse(command, keyOf(1, 4n), { ...command.value, startedProcessInstances: [started] } as never);

    // when
    const response = await grpc.call('EvaluateConditional', { variables: '{"x":1.0}', ...parts });

    // then
    expect(response).toEqual({
      conditionalEvaluationKey: String(keyOf(1, 4n)),
      tenantId: '<default>',
      processInstances: [{ processDefinitionKey: KEY_TEXT, processInstanceKey: String(keyOf(2, 9n)) }],
    });
    expect(grpc.port.sent).toMatchObject([
      {
        command: {
          valueType: ValueType.CONDITIONAL_EVALUATION,
          intent: ConditionalEvaluationIntent.EVALUATE,
          value: { processDefinitionKey, variables: '{"x":1.0}' },
        },
      },
    ]);
  });

  it('SetVariables should answer with the key of the change', async () => {
    // when
    const response = await grpc.call('SetVariables', {
      elementInstanceKey: KEY_TEXT,
      variables: '{"a":1}',
      local: true,
    });

    // then
    expect(response).toEqual({ key: String(keyOf(5, 1n)) });
    expect(grpc.port.sent[0]?.command).toMatchObject({
      valueType: ValueType.VARIABLE_DOCUMENT,
      intent: VariableDocumentIntent.UPDATE,
      value: { scopeKey: KEY, isLocal: true, variables: '{"a":1}' },
    });
  });

  it('PublishMessage should answer with the key of the message', async () => {
    // when
    const response = await grpc.call('PublishMessage', {
      name: 'paid',
      correlationKey: 'order-1',
      timeToLive: '3600000',
      messageId: 'm-1',
    });

    // then
    expect(response).toMatchObject({ key: expect.stringMatching(/^[0-9]+$/), tenantId: '<default>' });
    expect(grpc.port.sent[0]?.command).toMatchObject({
      valueType: ValueType.MESSAGE,
      intent: MessageIntent.PUBLISH,
      value: { name: 'paid', correlationKey: 'order-1', timeToLive: 3_600_000, messageId: 'm-1', variables: '{}' },
    });
  });

  it('CreateProcessInstance should choose by id before key, and tell what was created', async () => {
    // given
    grpc.port.script = ({ command }) =>
      eventResponse(command, keyOf(1, 1n), {
        ...command.value,
        processDefinitionKey: KEY,
        version: 3,
        processInstanceKey: keyOf(1, 9n),
      } as never);

    // when
    const response = await grpc.call('CreateProcessInstance', {
      bpmnProcessId: 'order',
      processDefinitionKey: KEY_TEXT,
      version: -1,
      variables: '{"a":1}',
      startInstructions: [{ elementId: 'task' }],
      runtimeInstructions: [{ terminate: { afterElementId: 'end' } }],
      tags: ['red'],
      businessId: 'b-1',
    });

    // then
    expect(grpc.port.sent[0]?.command).toMatchObject({
      valueType: ValueType.PROCESS_INSTANCE_CREATION,
      intent: ProcessInstanceCreationIntent.CREATE,
      value: {
        bpmnProcessId: 'order',
        version: -1,
        processDefinitionKey: NO_KEY,
        startInstructions: ['task'],
        terminateAfterElementIds: ['end'],
      },
    });
    expect(response).toEqual({
      processDefinitionKey: KEY_TEXT,
      bpmnProcessId: 'order',
      version: 3,
      processInstanceKey: String(keyOf(1, 9n)),
      tenantId: '<default>',
      tags: ['red'],
      businessId: 'b-1',
    });
  });

  it.each([
    [{ bpmnProcessId: 'order' }, { bpmnProcessId: 'order', version: 0, processDefinitionKey: NO_KEY }],
    [
      { bpmnProcessId: 'order', version: -7 },
      { bpmnProcessId: 'order', version: -1, processDefinitionKey: NO_KEY },
    ],
    [
      { processDefinitionKey: KEY_TEXT, version: 2 },
      { bpmnProcessId: '', version: -1, processDefinitionKey: KEY },
    ],
    // The engine answers that there is no definition with the key 0, and names it.
    [{}, { bpmnProcessId: '', version: -1, processDefinitionKey: 0n }],
    [{ processDefinitionKey: '-1' }, { bpmnProcessId: '', version: -1, processDefinitionKey: NO_KEY }],
  ])('CreateProcessInstance should read which definition %j means', async (request, value) => {
    // when
    await grpc.call('CreateProcessInstance', request);

    // then
    expect(grpc.port.sent[0]?.command.value).toMatchObject(value);
  });

  it.each([
    ['0', 15_000],
    ['60000', 60_000],
    ['9223372036854775807', 2_147_483_647],
  ])('CreateProcessInstanceWithResult should wait %s ms as %i', async (requestTimeout, timeoutMs) => {
    // given
    grpc.port.script = ({ command }) => {
      const value: ProcessInstanceResultValue = {
        bpmnProcessId: 'order',
        version: 3,
        processDefinitionKey: KEY,
        processInstanceKey: keyOf(1, 9n),
        variables: '{"sum":1.10}',
        tags: [],
        businessId: '',
        tenantId: '<default>',
      };
      return eventResponse(command, keyOf(1, 9n), value);
    };

    // when
    const response = await grpc.call('CreateProcessInstanceWithResult', {
      request: { bpmnProcessId: 'order', version: -1 },
      requestTimeout,
      fetchVariables: ['sum'],
    });

    // then
    expect(response).toEqual({
      processDefinitionKey: KEY_TEXT,
      bpmnProcessId: 'order',
      version: 3,
      processInstanceKey: String(keyOf(1, 9n)),
      variables: '{"sum":1.10}',
      tenantId: '<default>',
      tags: [],
    });
    expect(grpc.port.sent).toMatchObject([
      {
        timeoutMs,
        command: {
          intent: ProcessInstanceCreationIntent.CREATE_WITH_AWAITING_RESULT,
          value: { fetchVariables: ['sum'] },
        },
      },
    ]);
  });

  it.each([
    ['DeployResource', { resources: [{ name: 'order.bpmn', content: Buffer.from('<bpmn/>') }] }],
    ['DeployProcess', { processes: [{ name: 'order.bpmn', definition: Buffer.from('<bpmn/>') }] }],
  ] as const)('%s should deploy and tell what processes came of it', async (rpc, request) => {
    // given
    const metadata = { bpmnProcessId: 'order', version: 2, processDefinitionKey: KEY, resourceName: 'order.bpmn' };
    const form = {
      resourceId: 'ask',
      version: 4,
      versionTag: '',
      resourceKey: keyOf(1, 5n),
      resourceName: 'ask.form',
      checksum: 'c',
      isDuplicate: false,
      tenantId: '<default>',
    };
    grpc.port.script = ({ command }) =>
      eventResponse(command, keyOf(1, 3n), {
        deploymentKey: keyOf(1, 3n),
        tenantId: '<default>',
        resources: [],
        formsMetadata: [form],
        resourcesMetadata: [form],
        decisionRequirementsMetadata: [requirementsMetadata],
        decisionsMetadata: [decisionMetadata],
        processesMetadata: [{ ...metadata, versionTag: '', checksum: 'c', isDuplicate: false, tenantId: '<default>' }],
      });
    const message = { ...metadata, processDefinitionKey: KEY_TEXT, tenantId: '<default>' };
    const formMessage = {
      formId: 'ask',
      version: 4,
      formKey: String(keyOf(1, 5n)),
      resourceName: 'ask.form',
      tenantId: '<default>',
    };

    // when
    const response = await grpc.call(rpc, request);

    // then
    expect(response).toEqual(
      rpc === 'DeployResource'
        ? {
            key: String(keyOf(1, 3n)),
            deployments: [
              { process: message },
              {
                decision: {
                  dmnDecisionId: 'discount',
                  dmnDecisionName: 'Discount',
                  version: 2,
                  decisionKey: String(keyOf(1, 21n)),
                  dmnDecisionRequirementsId: 'pricing',
                  decisionRequirementsKey: String(keyOf(1, 20n)),
                  tenantId: '<default>',
                },
              },
              {
                decisionRequirements: {
                  dmnDecisionRequirementsId: 'pricing',
                  dmnDecisionRequirementsName: 'Pricing',
                  version: 3,
                  decisionRequirementsKey: String(keyOf(1, 20n)),
                  resourceName: 'pricing.dmn',
                  tenantId: '<default>',
                },
              },
              { form: formMessage },
            ],
            tenantId: '<default>',
          }
        : { key: String(keyOf(1, 3n)), processes: [message] },
    );
    expect(grpc.port.sent[0]?.command).toMatchObject({
      valueType: ValueType.DEPLOYMENT,
      intent: DeploymentIntent.CREATE,
      value: { resources: [{ resourceName: 'order.bpmn', resource: Buffer.from('<bpmn/>') }] },
    });
  });

  it('Topology should tell brokers and partitions without asking these', async () => {
    // when
    const response = await grpc.call('Topology', {});

    // then
    const partitions = [1, 2, 3, 4, 5].map((partitionId) => ({ partitionId, role: 0, health: 0 }));
    expect(response).toEqual({
      brokers: [{ nodeId: 0, host: 'localhost', port: 26501, version: '8.9.0', partitions }],
      clusterSize: 1,
      partitionsCount: 5,
      replicationFactor: 1,
      gatewayVersion: '8.9.0',
      clusterId: 'test-cluster',
    });
    expect(grpc.port.sent).toEqual([]);
  });
});
