import {
  BpmnElementType,
  BpmnEventType,
  ClusterVariableScope,
  DeploymentIntent,
  JobIntent,
  JobKind,
  JobListenerEventType,
  keyOf,
  NO_KEY,
  ProcessInstanceIntent,
  RecordType,
  type RecordValue,
  RejectionType,
  UserTaskIntent,
  ValueType,
  VariableDocumentIntent,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { activatedJob, eventRecord } from '../test/record-samples.ts';
import { RecordView } from './record-view.ts';
import { yieldCommand } from './yield-command.ts';

const jsonOf = (change: Parameters<typeof eventRecord>[0]) => new RecordView(3, eventRecord(change)).toJson();

describe('RecordView', () => {
  it('should name what the record holds as codes', () => {
    const record = JSON.parse(
      jsonOf({
        valueType: ValueType.PROCESS_INSTANCE,
        intent: ProcessInstanceIntent.ELEMENT_ACTIVATED,
        value: {
          bpmnProcessId: 'order',
          version: 2,
          processDefinitionKey: keyOf(1, 3n),
          processInstanceKey: keyOf(1, 4n),
          elementId: 'start',
          flowScopeKey: keyOf(1, 4n),
          bpmnElementType: BpmnElementType.START_EVENT,
          bpmnEventType: BpmnEventType.NONE,
          parentProcessInstanceKey: NO_KEY,
          parentElementInstanceKey: NO_KEY,
          rootProcessInstanceKey: keyOf(1, 4n),
          tenantId: '<default>',
          consumedFlowIds: [],
          loopCounter: 0,
        },
      }),
    );
    expect(record.value).not.toHaveProperty('consumedFlowIds');
    expect(record).toMatchObject({
      partitionId: 3,
      recordType: 'EVENT',
      valueType: 'PROCESS_INSTANCE',
      intent: 'ELEMENT_ACTIVATED',
      rejectionType: 'NULL_VAL',
      brokerVersion: '8.9.0',
      value: { bpmnElementType: 'START_EVENT', bpmnEventType: 'NONE', flowScopeKey: Number(keyOf(1, 4n)) },
    });
  });

  it('should write keys with all their digits', () => {
    expect(jsonOf({ key: keyOf(8191, 3n) })).toContain(`"key":${keyOf(8191, 3n)},`);
  });

  it('should write variables as they were spelled, on one line', () => {
    const json = jsonOf({
      valueType: ValueType.VARIABLE_DOCUMENT,
      intent: VariableDocumentIntent.UPDATE,
      recordType: RecordType.COMMAND,
      value: {
        scopeKey: keyOf(1, 1n),
        isLocal: true,
        variables: '{\n "amount": 1.10, "id": 12345678901234567890 }',
        tenantId: 't',
      },
    });
    expect(json).toContain('"updateSemantics":"LOCAL"');
    expect(json).toContain('"variables":{"amount":1.10,"id":12345678901234567890}');
  });

  it('should tell variables as text that are no JSON object', () => {
    const json = jsonOf({
      valueType: ValueType.VARIABLE_DOCUMENT,
      intent: VariableDocumentIntent.UPDATE,
      recordType: RecordType.COMMAND_REJECTION,
      rejectionType: RejectionType.INVALID_ARGUMENT,
      rejectionReason: 'a "reason"',
      value: { scopeKey: keyOf(1, 1n), isLocal: false, variables: '[1,', tenantId: 't' },
    });
    expect(JSON.parse(json)).toMatchObject({ rejectionReason: 'a "reason"', value: { variables: '[1,' } });
  });

  it('should write bytes as base64 and rename nothing of the users', () => {
    const deployment = jsonOf({
      valueType: ValueType.DEPLOYMENT,
      intent: DeploymentIntent.CREATE,
      value: {
        deploymentKey: NO_KEY,
        tenantId: 't',
        resources: [{ resourceName: 'a.bpmn', resource: new TextEncoder().encode('<a/>') }],
        processesMetadata: [],
        formsMetadata: [],
        resourcesMetadata: [],
        decisionRequirementsMetadata: [],
        decisionsMetadata: [],
      },
    });
    expect(JSON.parse(deployment).value.resources).toEqual([{ resourceName: 'a.bpmn', resource: 'PGEvPg==' }]);
    const { value } = yieldCommand(activatedJob);
    const job = jsonOf({
      valueType: ValueType.JOB,
      intent: JobIntent.CREATED,
      value: { ...value, customHeaders: { kind: 'mine', isLocal: 'x' } },
    });
    expect(JSON.parse(job).value).toMatchObject({
      jobKind: 'BPMN_ELEMENT',
      customHeaders: { kind: 'mine', isLocal: 'x' },
    });
  });

  const { value: job } = yieldCommand(activatedJob);
  const resource = { resourceName: 'a', version: 1, versionTag: '', checksum: 'c', isDuplicate: true, tenantId: 't' };

  it.each<[string, ValueType, RecordValue, object]>([
    [
      'the listener a job is for and what its worker decided',
      ValueType.JOB,
      {
        ...job,
        kind: JobKind.TASK_LISTENER,
        listenerEventType: JobListenerEventType.ASSIGNING,
        result: {
          type: 'adHocSubProcess',
          activateElements: [{ elementId: 'a', variables: '{"x":1}' }],
          isCompletionConditionFulfilled: true,
          isCancelRemainingInstances: false,
        },
      },
      {
        jobKind: 'TASK_LISTENER',
        jobListenerEventType: 'ASSIGNING',
        result: {
          activateElements: [{ elementId: 'a', variables: { x: 1 } }],
          completionConditionFulfilled: true,
          cancelRemainingInstances: false,
        },
      },
    ],
    [
      'forms and other resources of a deployment',
      ValueType.DEPLOYMENT,
      {
        deploymentKey: NO_KEY,
        tenantId: 't',
        resources: [],
        processesMetadata: [],
        formsMetadata: [{ ...resource, resourceId: 'f', resourceKey: keyOf(1, 1n) }],
        resourcesMetadata: [{ ...resource, resourceId: 'r', resourceKey: keyOf(1, 2n) }],
        decisionRequirementsMetadata: [],
        decisionsMetadata: [],
      },
      {
        formMetadata: [{ formId: 'f', formKey: Number(keyOf(1, 1n)), duplicate: true, version: 1 }],
        resourceMetadata: [{ resourceId: 'r', resourceKey: Number(keyOf(1, 2n)), duplicate: true }],
      },
    ],
    [
      'what a waiting request is about',
      ValueType.ASYNC_REQUEST,
      {
        scopeKey: keyOf(1, 1n),
        valueType: ValueType.USER_TASK,
        intent: UserTaskIntent.ASSIGN,
        requestStreamId: 1,
        requestId: 2,
        operationReference: NO_KEY,
      },
      { valueType: 'USER_TASK', intent: 'ASSIGN' },
    ],
    [
      'whom a cluster variable is for',
      ValueType.CLUSTER_VARIABLE,
      { name: 'a', value: '1', scope: ClusterVariableScope.TENANT, tenantId: 't' },
      { scope: 'TENANT' },
    ],
    [
      'the items of a batch operation, whatever became of them',
      ValueType.BATCH_OPERATION_EXECUTION,
      { batchOperationKey: keyOf(1, 1n), itemKeys: [keyOf(1, 2n)], errorType: 'QUERY_FAILED', errorMessage: 'm' },
      { itemKeys: [Number(keyOf(1, 2n))] },
    ],
  ])('should tell %s', (_what, valueType, value, json) => {
    expect(JSON.parse(jsonOf({ valueType, intent: 0, value })).value).toMatchObject(json);
  });
});
