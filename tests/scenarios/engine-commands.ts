/** What a gateway makes of a request: the engine's command and the partition it goes to. */
import {
  AdHocSubProcessInstructionIntent,
  BatchOperationCreationIntent,
  BatchOperationLifecycleManagementIntent,
  BatchOperationType,
  ClockIntent,
  ClusterVariableIntent,
  ClusterVariableScope,
  type Command,
  ConditionalEvaluationIntent,
  DEFAULT_TENANT_ID,
  DecisionEvaluationIntent,
  DeploymentIntent,
  decisionEvaluationCommandValue,
  deploymentCommandValue,
  ExpressionIntent,
  GlobalListenerIntent,
  GlobalListenerSource,
  IncidentIntent,
  JobBatchIntent,
  JobIntent,
  type JobResult,
  jobCommandValue,
  type Key,
  MessageCorrelationIntent,
  MessageIntent,
  NO_JOB_CHANGE,
  NO_KEY,
  ProcessInstanceCreationIntent,
  ProcessInstanceIntent,
  ProcessInstanceMigrationIntent,
  ProcessInstanceModificationIntent,
  parseKey,
  type RecordValues,
  ResourceDeletionIntent,
  SignalIntent,
  UserTaskIntent,
  type UserTaskValue,
  userTaskCommandValue,
  ValueType,
  VariableDocumentIntent,
} from '@waggle/protocol';
import { EMPTY_INCIDENT, EMPTY_INSTANCE } from '../../packages/engine/test/test-engine.ts';
import type { CommandName, CommandRequest, CommandRequests } from './command-request.ts';
import type { JobResultData, UserTaskChanges, Variables } from './scenario.ts';

/** Which partition a command goes to. */
export type Target =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'correlationKey'; readonly text: string }
  | { readonly kind: 'partition'; readonly partitionId: number }
  | { readonly kind: 'any' };

export interface EngineCommand extends Pick<Command, 'valueType' | 'intent' | 'key' | 'value'> {
  readonly target: Target;
}

type Builders = { readonly [Name in CommandName]: (request: CommandRequests[Name], nowMs: number) => EngineCommand };

/** Where definitions and everything else that all partitions know is kept first. */
const DISTRIBUTOR: Target = { kind: 'partition', partitionId: 1 };
const ANY: Target = { kind: 'any' };

/** @param nowMs the engine's present. */
export function engineCommand(request: CommandRequest, nowMs: number): EngineCommand {
  // The table's function fits the name, which the compiler cannot follow through a union.
  const build = builders[request.name] as (with_: CommandRequest['with'], nowMs: number) => EngineCommand;
  return build(request.with, nowMs);
}

function to<Type extends ValueType>(
  target: Target,
  valueType: Type,
  intent: number,
  value: RecordValues[Type],
  key: Key = NO_KEY,
): EngineCommand {
  return { target, valueType, intent, value, key };
}

/** A command to something that exists, on the partition that its key names. */
function toKey<Type extends ValueType>(
  text: string,
  valueType: Type,
  intent: number,
  value: RecordValues[Type],
): EngineCommand {
  const key = keyOf(text);
  return to({ kind: 'key', key }, valueType, intent, value, key);
}

/** @throws {Error} for text that is no key. */
function keyOf(text: string): Key {
  const key = parseKey(text);
  if (key === undefined) throw new Error(`Expected a key, but got "${text}"`);
  return key;
}

const json = (variables: Variables): string => JSON.stringify(variables);
const tenantId = DEFAULT_TENANT_ID;

const builders: Builders = {
  deploy: ({ files }) =>
    to(
      DISTRIBUTOR,
      ValueType.DEPLOYMENT,
      DeploymentIntent.CREATE,
      deploymentCommandValue(
        files.map(({ name, content }) => ({ resourceName: name, resource: new TextEncoder().encode(content) })),
      ),
    ),
  create: ({ processId, version, variables, startAt, terminateAfter, tags, businessId, awaitResult }) =>
    to(
      ANY,
      ValueType.PROCESS_INSTANCE_CREATION,
      awaitResult === false
        ? ProcessInstanceCreationIntent.CREATE
        : ProcessInstanceCreationIntent.CREATE_WITH_AWAITING_RESULT,
      {
        bpmnProcessId: processId,
        version,
        processDefinitionKey: NO_KEY,
        processInstanceKey: NO_KEY,
        variables: json(variables),
        startInstructions: startAt,
        fetchVariables: typeof awaitResult === 'boolean' ? [] : awaitResult,
        awaitRequestStreamId: -1,
        awaitRequestId: -1,
        terminateAfterElementIds: terminateAfter,
        tags,
        businessId,
        tenantId,
      },
    ),
  activate: ({ type, max, timeoutMs, fetch, worker, withLease }) =>
    to(ANY, ValueType.JOB_BATCH, JobBatchIntent.ACTIVATE, {
      type,
      worker,
      timeout: timeoutMs,
      maxJobsToActivate: max,
      fetchVariables: fetch,
      tenantIds: [tenantId],
      jobKeys: [],
      jobInstanceKeys: [],
      deadline: -1,
      truncated: false,
      withLease,
    }),
  complete: ({ key, variables, result, leaseToken }) =>
    toKey(
      key,
      ValueType.JOB,
      JobIntent.COMPLETE,
      jobCommandValue({
        variables: json(variables),
        leaseToken,
        result: result === undefined ? undefined : jobResult(result),
      }),
    ),
  fail: ({ key, retries, backOffMs, message, variables }) =>
    toKey(
      key,
      ValueType.JOB,
      JobIntent.FAIL,
      jobCommandValue({ retries, retryBackoff: backOffMs, errorMessage: message, variables: json(variables) }),
    ),
  throwError: ({ key, code, message, variables }) =>
    toKey(
      key,
      ValueType.JOB,
      JobIntent.THROW_ERROR,
      jobCommandValue({ errorCode: code, errorMessage: message, variables: json(variables) }),
    ),
  updateJob: ({ key, retries, timeoutMs, priority }) =>
    toKey(
      key,
      ValueType.JOB,
      JobIntent.UPDATE,
      jobCommandValue({
        ...(retries !== undefined && { retries }),
        ...(timeoutMs !== undefined && { timeout: timeoutMs }),
        ...(priority !== undefined && { priority }),
        changedAttributes: Object.entries({ retries, timeout: timeoutMs, priority })
          .filter(([, value]) => value !== undefined)
          .map(([name]) => name),
      }),
    ),
  publish: ({ name, correlationKey, ttlMs, id, variables }) =>
    to({ kind: 'correlationKey', text: correlationKey }, ValueType.MESSAGE, MessageIntent.PUBLISH, {
      name,
      correlationKey,
      timeToLive: ttlMs,
      deadline: -1,
      messageId: id,
      variables: json(variables),
      tenantId,
      businessId: '',
    }),
  correlate: ({ name, correlationKey, variables }) =>
    to(
      { kind: 'correlationKey', text: correlationKey },
      ValueType.MESSAGE_CORRELATION,
      MessageCorrelationIntent.CORRELATE,
      {
        name,
        correlationKey,
        variables: json(variables),
        messageKey: NO_KEY,
        processInstanceKey: NO_KEY,
        requestStreamId: -1,
        requestId: -1,
        tenantId,
        businessId: '',
      },
    ),
  broadcast: ({ name, variables }) =>
    to(ANY, ValueType.SIGNAL, SignalIntent.BROADCAST, {
      signalName: name,
      variables: json(variables),
      afterKey: NO_KEY,
      untilKey: NO_KEY,
      tenantId,
    }),
  setVariables: ({ key, variables, local }) => {
    const scopeKey = keyOf(key);
    const value = { scopeKey, isLocal: local, variables: json(variables), tenantId };
    return to({ kind: 'key', key: scopeKey }, ValueType.VARIABLE_DOCUMENT, VariableDocumentIntent.UPDATE, value);
  },
  resolve: ({ key }) => toKey(key, ValueType.INCIDENT, IncidentIntent.RESOLVE, EMPTY_INCIDENT),
  cancel: ({ key }) => toKey(key, ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.CANCEL, EMPTY_INSTANCE),
  pinClock: ({ byMs }, nowMs) => to(DISTRIBUTOR, ValueType.CLOCK, ClockIntent.PIN, { time: nowMs + byMs }),
  resetClock: () => to(DISTRIBUTOR, ValueType.CLOCK, ClockIntent.RESET, { time: 0 }),
  suspend: ({ key }) => toKey(key, ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.SUSPEND, EMPTY_INSTANCE),
  resume: ({ key }) => toKey(key, ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.RESUME, EMPTY_INSTANCE),
  modify: ({ key, activate, terminate, move }) =>
    toKey(key, ValueType.PROCESS_INSTANCE_MODIFICATION, ProcessInstanceModificationIntent.MODIFY, {
      processInstanceKey: keyOf(key),
      activateInstructions: activate.map(({ elementId, ancestorKey, variables }) => ({
        elementId,
        ancestorScopeKey: ancestorKey === undefined ? NO_KEY : keyOf(ancestorKey),
        variableInstructions: Object.entries(variables).map(([scopeId, each]) => ({
          elementId: scopeId,
          variables: json(each),
        })),
      })),
      terminateInstructions: terminate.map(({ key: instanceKey, elementId }) => ({
        elementInstanceKey: instanceKey === undefined ? NO_KEY : keyOf(instanceKey),
        elementId: elementId ?? '',
      })),
      moveInstructions: move.map(({ from, to: target }) => ({
        sourceElementId: from,
        sourceElementInstanceKey: NO_KEY,
        targetElementId: target,
        ancestorScopeKey: NO_KEY,
        infersAncestorScope: false,
        usesSourceParentAsScope: false,
        variableInstructions: [],
      })),
      ancestorScopeKeys: [],
      terminatedElementInstanceKeys: [],
      tenantId,
    }),
  migrate: ({ key, definitionKey, mapping }) =>
    toKey(key, ValueType.PROCESS_INSTANCE_MIGRATION, ProcessInstanceMigrationIntent.MIGRATE, {
      processInstanceKey: keyOf(key),
      targetProcessDefinitionKey: keyOf(definitionKey),
      interruptions: [],
      mappingInstructions: mapping.map(([sourceElementId, targetElementId]) => ({ sourceElementId, targetElementId })),
      tenantId,
    }),
  deleteResource: ({ key }) =>
    to(DISTRIBUTOR, ValueType.RESOURCE_DELETION, ResourceDeletionIntent.DELETE, {
      resourceKey: keyOf(key),
      isDeleteHistory: false,
      resourceType: '',
      resourceId: '',
      tenantId,
    }),
  assign: ({ key, assignee, allowOverride }) =>
    allowOverride
      ? userTask(key, UserTaskIntent.ASSIGN, { assignee, action: 'assign' })
      : userTask(key, UserTaskIntent.CLAIM, { assignee, action: 'claim' }),
  unassign: ({ key }) => userTask(key, UserTaskIntent.ASSIGN, { action: 'unassign' }),
  updateTask: ({ key, changes }) =>
    userTask(key, UserTaskIntent.UPDATE, {
      ...taskFields(changes),
      action: 'update',
      changedAttributes: changed(changes),
    }),
  completeTask: ({ key, variables }) =>
    userTask(key, UserTaskIntent.COMPLETE, { variables: json(variables), action: 'complete' }),
  activateAdHoc: ({ key, elements, cancelRemaining }) =>
    toKey(key, ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION, AdHocSubProcessInstructionIntent.ACTIVATE, {
      adHocSubProcessInstanceKey: keyOf(key),
      activateElements: elements.map(({ elementId, variables }) => ({ elementId, variables: json(variables) })),
      isCancelRemainingInstances: cancelRemaining,
      isCompletionConditionFulfilled: false,
      tenantId,
    }),
  evaluateConditions: ({ variables, definitionKey }) =>
    to(ANY, ValueType.CONDITIONAL_EVALUATION, ConditionalEvaluationIntent.EVALUATE, {
      processDefinitionKey: definitionKey === undefined ? NO_KEY : keyOf(definitionKey),
      variables: json(variables),
      startedProcessInstances: [],
      tenantId,
    }),
  evaluate: ({ expression, variables }) =>
    to(ANY, ValueType.EXPRESSION, ExpressionIntent.EVALUATE, {
      expression,
      scopeKey: NO_KEY,
      variables: json(variables),
      resultValue: 'null',
      warnings: [],
      tenantId,
    }),
  evaluateDecision: ({ id, key, variables }) =>
    to(
      ANY,
      ValueType.DECISION_EVALUATION,
      DecisionEvaluationIntent.EVALUATE,
      decisionEvaluationCommandValue({
        ...(key === undefined ? { decisionId: id } : { decisionKey: keyOf(key) }),
        variables: json(variables),
        tenantId,
      }),
    ),
  createClusterVariable: ({ name, value }) =>
    to(DISTRIBUTOR, ValueType.CLUSTER_VARIABLE, ClusterVariableIntent.CREATE, {
      name,
      value: JSON.stringify(value),
      scope: ClusterVariableScope.GLOBAL,
      tenantId: '',
    }),
  createGlobalListener: ({ id, type, events, priority, afterNonGlobal }) =>
    to(
      DISTRIBUTOR,
      ValueType.GLOBAL_LISTENER,
      GlobalListenerIntent.CREATE,
      globalListener({ id, type, eventTypes: events, priority, isAfterNonGlobal: afterNonGlobal }),
    ),
  deleteGlobalListener: ({ id }) =>
    to(DISTRIBUTOR, ValueType.GLOBAL_LISTENER, GlobalListenerIntent.DELETE, globalListener({ id })),
  batch: ({ type, instanceKeys }) =>
    to(DISTRIBUTOR, ValueType.BATCH_OPERATION_CREATION, BatchOperationCreationIntent.CREATE, {
      batchOperationKey: NO_KEY,
      batchOperationType: BatchOperationType[type as keyof typeof BatchOperationType],
      entityFilter: JSON.stringify({ processInstanceKey: { $in: instanceKeys } }),
      targetProcessDefinitionKey: NO_KEY,
      mappingInstructions: [],
      moveInstructions: [],
      partitionIds: [],
      tenantId,
      jobChange: NO_JOB_CHANGE,
      areItemsDelivered: false,
    }),
  suspendBatch: ({ key }) => batchLifecycle(key, BatchOperationLifecycleManagementIntent.SUSPEND),
  resumeBatch: ({ key }) => batchLifecycle(key, BatchOperationLifecycleManagementIntent.RESUME),
  cancelBatch: ({ key }) => batchLifecycle(key, BatchOperationLifecycleManagementIntent.CANCEL),
};

function batchLifecycle(key: string, intent: number): EngineCommand {
  const value = { batchOperationKey: keyOf(key), errors: [] };
  return to(DISTRIBUTOR, ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT, intent, value, keyOf(key));
}

function globalListener(changes: Partial<RecordValues[typeof ValueType.GLOBAL_LISTENER]>) {
  return {
    globalListenerKey: NO_KEY,
    id: '',
    type: '',
    retries: 3,
    eventTypes: [],
    isAfterNonGlobal: false,
    priority: 50,
    source: GlobalListenerSource.API,
    ...changes,
  };
}

function userTask(key: string, intent: number, changes: Partial<UserTaskValue>): EngineCommand {
  const value = userTaskCommandValue({ userTaskKey: keyOf(key), tenantId, ...changes });
  return toKey(key, ValueType.USER_TASK, intent, value);
}

function taskFields({ candidateUsers, candidateGroups, ...rest }: UserTaskChanges): Partial<UserTaskValue> {
  return {
    ...rest,
    ...(candidateUsers !== undefined && { candidateUsersList: candidateUsers }),
    ...(candidateGroups !== undefined && { candidateGroupsList: candidateGroups }),
  };
}

const ATTRIBUTE_NAMES: Readonly<Record<string, string>> = {
  candidateUsers: 'candidateUsersList',
  candidateGroups: 'candidateGroupsList',
};

const changed = (changes: object): string[] => Object.keys(changes).map((name) => ATTRIBUTE_NAMES[name] ?? name);

function jobResult(data: JobResultData): JobResult {
  if ('activateElements' in data) {
    return {
      type: 'adHocSubProcess',
      activateElements: data.activateElements.map(({ element, variables = {} }) => ({
        elementId: element,
        variables: json(variables),
      })),
      isCompletionConditionFulfilled: data.fulfilled ?? false,
      isCancelRemainingInstances: data.cancelRemaining ?? false,
    };
  }
  const { denied = false, deniedReason = '', corrections = {} } = data;
  const {
    assignee = '',
    dueDate = '',
    followUpDate = '',
    candidateUsers = [],
    candidateGroups = [],
    priority = 0,
  } = corrections;
  return {
    type: 'userTask',
    isDenied: denied,
    deniedReason,
    correctedAttributes: changed(corrections),
    corrections: {
      assignee,
      dueDate,
      followUpDate,
      candidateUsersList: candidateUsers,
      candidateGroupsList: candidateGroups,
      priority,
    },
  };
}
