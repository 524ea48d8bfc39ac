/**
 * All tables of a partition. Appliers get them to change, everybody else the read-only view.
 * A table is one line here; its rows are plain immutable data.
 */
import type {
  AsyncRequestValue,
  BatchOperationItem,
  CompensationSubscriptionValue,
  ConditionalSubscriptionValue,
  DecisionRequirementsValue,
  DecisionValue,
  FormValue,
  IncidentValue,
  Key,
  LogRecord,
  MessageCorrelationValue,
  MessageStartEventSubscriptionValue,
  MessageSubscriptionValue,
  MessageValue,
  ProcessMessageSubscriptionValue,
  ProcessValue,
  ResourceValue,
  SignalSubscriptionValue,
  TimerValue,
  ValueType,
} from '@waggle/protocol';
import type { BatchOperation } from '../batch-operations/batch-operation.ts';
import type { GroupedStateTable, StateKey, StateSchedule, StateStore, StateTable } from '../storage/state-store.ts';
import type { ElementInstance } from './element-instance.ts';
import type { GlobalListeners } from './global-listeners.ts';
import type { Job } from './job.ts';
import type { ItemPage, MultiInstance, OutputPage } from './multi-instance.ts';
import type { SavedFilter } from './saved-filter.ts';
import type { BufferedCommand, SuspensionState } from './suspension.ts';
import type { PendingVariableDocument, UserTask } from './user-task.ts';
import type { LatestVersion } from './versioned-tables.ts';

export interface Variable {
  readonly key: Key;
  /** JSON text. */
  readonly value: string;
  /** The output collection of a multi-instance body: its true value is collected from the outputs, see collected-output.ts. */
  readonly isCollected?: true;
}

/** A trigger that waits to be consumed, see PROCESS_EVENT. */
export interface EventTrigger {
  readonly targetElementId: string;
  /** JSON object text. */
  readonly variables: string;
}

/** The newest version of a process id. */
export interface LatestProcess {
  /** NO_KEY when all versions are deleted. */
  readonly processDefinitionKey: Key;
  /** The highest there ever was: numbers of deleted versions are never given again. */
  readonly version: number;
}

export interface MessageSubscription {
  readonly key: Key;
  readonly value: MessageSubscriptionValue;
  /** A message was offered and the instance has not answered yet. */
  readonly isCorrelating: boolean;
}

export interface ProcessMessageSubscription {
  readonly key: Key;
  readonly value: ProcessMessageSubscriptionValue;
  readonly state: 'CREATING' | 'CREATED' | 'DELETING';
}

export interface MessageStartEventSubscription {
  readonly key: Key;
  readonly value: MessageStartEventSubscriptionValue;
}

/** Held by the instance a message started until it ends, whatever definition it is migrated to. */
export interface MessageStartLock {
  readonly bpmnProcessId: string;
  readonly correlationKey: string;
}

/** A client that waits for an instance's result. */
export interface AwaitedResult {
  readonly requestStreamId: number;
  readonly requestId: number;
  readonly fetchVariables: readonly string[];
}

export interface ProcessInstanceMetadata {
  readonly tags: readonly string[];
  /** Empty without. */
  readonly businessId: string;
  /** Its group in businessIdHolders; empty when it is in none. */
  readonly holderName: string;
}

/** A command on its way to other partitions. */
export interface Distribution {
  readonly valueType: ValueType;
  readonly intent: number;
  readonly commandValue: Uint8Array;
  /** Empty = may overtake others. */
  readonly queueId: string;
}

export function createEngineState(store: StateStore) {
  return {
    // Definitions
    processes: store.table<Key, ProcessValue>('processes'),
    /** By process id and tenant (see definitionName). */
    latestProcesses: store.table<string, LatestProcess>('latestProcesses'),
    /** Group: process id and tenant; member: version. */
    processVersions: store.groupedTable<string, bigint, Key>('processVersions'),
    /** Group: process id and tenant; member: version tag. The latest deployed wins. */
    processVersionTags: store.groupedTable<string, string, Key>('processVersionTags'),
    /** Group: deployment; member: process id. */
    deployedProcesses: store.groupedTable<Key, string, Key>('deployedProcesses'),
    /** Group: ALL_PROCESSES; member: process definition, to walk them a page at a time. */
    processDefinitionKeys: store.groupedTable<string, Key, true>('processDefinitionKeys'),
    /** Definitions that are deleted but for the instances that still run. */
    withdrawnProcesses: store.table<Key, true>('withdrawnProcesses'),
    forms: store.table<Key, FormValue>('forms'),
    /** By form id and tenant. */
    latestForms: store.table<string, LatestVersion>('latestForms'),
    /** Group: form id and tenant; member: version. */
    formVersions: store.groupedTable<string, bigint, Key>('formVersions'),
    /** Group: form id and tenant; member: version tag. The latest deployed wins. */
    formVersionTags: store.groupedTable<string, string, Key>('formVersionTags'),
    /** Group: deployment; member: form id. */
    deployedForms: store.groupedTable<Key, string, Key>('deployedForms'),
    /** Deployed files that the engine only keeps. */
    resources: store.table<Key, ResourceValue>('resources'),
    /** By resource id and tenant. */
    latestResources: store.table<string, LatestVersion>('latestResources'),
    /** Group: resource id and tenant; member: version. */
    resourceVersions: store.groupedTable<string, bigint, Key>('resourceVersions'),
    /** Group: resource id and tenant; member: version tag. The latest deployed wins. */
    resourceVersionTags: store.groupedTable<string, string, Key>('resourceVersionTags'),
    /** Group: deployment; member: resource id. */
    deployedResources: store.groupedTable<Key, string, Key>('deployedResources'),
    /** Deployed decision models, each with the decisions of one file. */
    decisionRequirements: store.table<Key, DecisionRequirementsValue>('decisionRequirements'),
    /** By id of the requirements and tenant. */
    latestDecisionRequirements: store.table<string, LatestVersion>('latestDecisionRequirements'),
    /** Group: id of the requirements and tenant; member: version. */
    decisionRequirementsVersions: store.groupedTable<string, bigint, Key>('decisionRequirementsVersions'),
    /** Group: deployment; member: id of the requirements. */
    deployedDecisionRequirements: store.groupedTable<Key, string, Key>('deployedDecisionRequirements'),
    decisions: store.table<Key, DecisionValue>('decisions'),
    /** By decision id and tenant. */
    latestDecisions: store.table<string, LatestVersion>('latestDecisions'),
    /** Group: decision id and tenant; member: version. */
    decisionVersions: store.groupedTable<string, bigint, Key>('decisionVersions'),
    /** Group: decision id and tenant; member: version tag. The latest deployed wins. */
    decisionVersionTags: store.groupedTable<string, string, Key>('decisionVersionTags'),
    /** Group: deployment; member: decision id. */
    deployedDecisions: store.groupedTable<Key, string, Key>('deployedDecisions'),
    /** Group: requirements; member: id of a decision in them. */
    requiredDecisions: store.groupedTable<Key, string, Key>('requiredDecisions'),

    // Instances
    elementInstances: store.table<Key, ElementInstance>('elementInstances'),
    /** Group: process definition; member: living process instance. */
    definitionInstances: store.groupedTable<Key, Key, true>('definitionInstances'),
    /** Group: scope; member: living child. */
    elementChildren: store.groupedTable<Key, Key, true>('elementChildren'),
    /** Group: scope; member: sequence flow into a joining gateway. How often the flow was taken and not consumed. */
    takenFlows: store.groupedTable<Key, string, number>('takenFlows'),
    /** Group: scope; member: name. */
    variables: store.groupedTable<Key, string, Variable>('variables'),
    multiInstances: store.table<Key, MultiInstance>('multiInstances'),
    /** Group: multi-instance body; member: page of items, from 0. */
    multiInstanceItems: store.groupedTable<Key, bigint, ItemPage>('multiInstanceItems'),
    /** Group: multi-instance body; member: page of outputs, from 0. */
    multiInstanceOutputs: store.groupedTable<Key, bigint, OutputPage>('multiInstanceOutputs'),
    /** Ad-hoc sub-processes whose worker said that nothing more is to be started. */
    fulfilledAdHocSubProcesses: store.table<Key, true>('fulfilledAdHocSubProcesses'),
    /** Group: element instance; member: trigger. */
    eventTriggers: store.groupedTable<Key, Key, EventTrigger>('eventTriggers'),
    awaitedResults: store.table<Key, AwaitedResult>('awaitedResults'),
    processInstanceMetadata: store.table<Key, ProcessInstanceMetadata>('processInstanceMetadata'),
    /** Group: process id, business id and tenant (see businessIdName); member: running root instance that has it. */
    businessIdHolders: store.groupedTable<string, Key, true>('businessIdHolders'),
    /** Ids of elements after whose end a process instance is terminated. */
    terminateAfter: store.table<Key, readonly string[]>('terminateAfter'),
    bannedInstances: store.table<Key, true>('bannedInstances'),

    /** Process instances that are suspended, or being resumed. */
    suspensions: store.table<Key, SuspensionState>('suspensions'),
    /** Group: suspended process instance; member: place in the order. */
    bufferedCommands: store.groupedTable<Key, Key, BufferedCommand>('bufferedCommands'),
    /** Group: suspended process instance; member: timer that fell due meanwhile. */
    suspendedTimers: store.groupedTable<Key, Key, true>('suspendedTimers'),
    /** Group: element instance; member: message name. Closed until the process instance is resumed. */
    heldSubscriptions: store.groupedTable<Key, string, ProcessMessageSubscriptionValue>('heldSubscriptions'),

    // Jobs
    jobs: store.table<Key, Job>('jobs'),
    /** Group: type, tenant and rank (see job-group.ts); member: job. */
    activatableJobs: store.groupedTable<string, Key, true>('activatableJobs'),
    /** Group: type and tenant; member: rank other than the usual one. How many activatable jobs have it. */
    jobRanks: store.groupedTable<string, bigint, number>('jobRanks'),
    jobDeadlines: store.schedule('jobDeadlines'),
    jobBackoffs: store.schedule('jobBackoffs'),

    // User tasks
    userTasks: store.table<Key, UserTask>('userTasks'),
    /** By element instance. */
    elementUserTasks: store.table<Key, Key>('elementUserTasks'),
    /** Group: user task; member: comment. What it says is the read side's. */
    userTaskComments: store.groupedTable<Key, Key, true>('userTaskComments'),
    /** By element instance of a user task. */
    pendingVariableDocuments: store.table<Key, PendingVariableDocument>('pendingVariableDocuments'),
    /** One row, see globalListenersOf. */
    globalListeners: store.table<string, GlobalListeners>('globalListeners'),
    /** Group: element instance; member: request. Clients that are answered when a transition ends. */
    asyncRequests: store.groupedTable<Key, Key, AsyncRequestValue>('asyncRequests'),

    // Incidents
    incidents: store.table<Key, IncidentValue>('incidents'),
    /** Group: element instance; member: incident. */
    elementIncidents: store.groupedTable<Key, Key, true>('elementIncidents'),
    /** Group: process instance; member: incident. */
    instanceIncidents: store.groupedTable<Key, Key, true>('instanceIncidents'),
    jobIncidents: store.table<Key, Key>('jobIncidents'),

    // Timers
    timers: store.table<Key, TimerValue>('timers'),
    /** Group: element instance, or process definition for start timers; member: timer. */
    ownedTimers: store.groupedTable<Key, Key, true>('ownedTimers'),
    timerSchedule: store.schedule('timerSchedule'),

    // Messages
    messages: store.table<Key, MessageValue>('messages'),
    /** Group: name, correlation key and tenant (see correlationName); member: message. */
    bufferedMessages: store.groupedTable<string, Key, true>('bufferedMessages'),
    /** Group: as bufferedMessages; member: message id. */
    messageIds: store.groupedTable<string, string, Key>('messageIds'),
    messageDeadlines: store.schedule('messageDeadlines'),
    /** Group: message; member: process id that it already reached. */
    messageCorrelations: store.groupedTable<Key, string, true>('messageCorrelations'),
    messageSubscriptions: store.table<Key, MessageSubscription>('messageSubscriptions'),
    /** Group: name, correlation key and tenant; member: subscription. */
    correlatableSubscriptions: store.groupedTable<string, Key, true>('correlatableSubscriptions'),
    /** Group: element instance; member: message name. */
    elementMessageSubscriptions: store.groupedTable<Key, string, Key>('elementMessageSubscriptions'),
    /** Group: element instance; member: message name. */
    processMessageSubscriptions: store.groupedTable<Key, string, ProcessMessageSubscription>(
      'processMessageSubscriptions',
    ),
    /** Group: message name and tenant (see tenantName); member: process definition. */
    messageStartEventSubscriptions: store.groupedTable<string, Key, MessageStartEventSubscription>(
      'messageStartEventSubscriptions',
    ),
    /** Group: process definition; member: message name. */
    processStartMessages: store.groupedTable<Key, string, true>('processStartMessages'),
    /** Instance that holds a process id and correlation key: no second one starts on a message while it lives. */
    messageStartLocks: store.table<string, Key>('messageStartLocks'),
    /** The lock an instance holds. */
    instanceCorrelationKeys: store.table<Key, MessageStartLock>('instanceCorrelationKeys'),
    /** Subscriptions whose instance lies on another partition and has not answered an offered message. */
    pendingCorrelations: store.table<Key, true>('pendingCorrelations'),
    /** Group: element instance; member: message name. Requests that another partition has not answered. */
    pendingSubscriptions: store.groupedTable<Key, string, true>('pendingSubscriptions'),
    messageCorrelationRequests: store.table<Key, MessageCorrelationValue>('messageCorrelationRequests'),

    // Signals
    /** Group: signal name and tenant (see tenantName); member: subscription. */
    signalSubscriptions: store.groupedTable<string, Key, SignalSubscriptionValue>('signalSubscriptions'),
    /** Group: element instance, or process definition for start events; member: subscription. Its group above. */
    ownedSignalSubscriptions: store.groupedTable<Key, Key, string>('ownedSignalSubscriptions'),

    // The partition's surroundings
    /** PINNED_TIME: epoch ms at which the clock stands still; no row while it runs. */
    clock: store.table<string, number>('clock'),
    /** Group: tenant, or GLOBAL_SCOPE; member: name. */
    clusterVariables: store.groupedTable<string, string, Variable>('clusterVariables'),

    // Saved filters, on the first partition
    /** Group: ALL_SAVED_FILTERS; member: filter. */
    savedFilters: store.groupedTable<string, Key, SavedFilter>('savedFilters'),
    /** Group: app and owner (see savedFilterOwner); member: name. */
    savedFilterNames: store.groupedTable<string, string, Key>('savedFilterNames'),

    // Conditions
    conditionalSubscriptions: store.table<Key, ConditionalSubscriptionValue>('conditionalSubscriptions'),
    /** Group: element instance, or process definition for start events; member: subscription. */
    ownedConditionals: store.groupedTable<Key, Key, true>('ownedConditionals'),
    /** Group: process instance; member: subscription. Empty for instances whose variables nobody watches. */
    instanceConditionals: store.groupedTable<Key, Key, true>('instanceConditionals'),
    /** Group: tenant; member: subscription of a start event. */
    conditionalStarts: store.groupedTable<string, Key, true>('conditionalStarts'),

    // Compensation
    compensationSubscriptions: store.table<Key, CompensationSubscriptionValue>('compensationSubscriptions'),
    /** Group: scope, living or completed; member: subscription of what was done in it. */
    compensableScopes: store.groupedTable<Key, Key, true>('compensableScopes'),
    /** By completed element instance. */
    compensatedScopes: store.table<Key, Key>('compensatedScopes'),
    /** Group: process instance; member: subscription. */
    instanceCompensations: store.groupedTable<Key, Key, true>('instanceCompensations'),
    /** By element instance of the handler. */
    compensationHandlers: store.table<Key, Key>('compensationHandlers'),
    /** Group: throw event; member: subscription whose handler it waits for. */
    triggeredCompensations: store.groupedTable<Key, Key, true>('triggeredCompensations'),

    // Batch operations
    batchOperations: store.table<Key, BatchOperation>('batchOperations'),
    /** Group: batch operation; member: chunk. Items that are not handed out yet, and the rest of the first chunk's. */
    batchOperationChunks: store.groupedTable<Key, Key, readonly BatchOperationItem[]>('batchOperationChunks'),
    /** Group: batch operation; member: partition that the leading one has not heard of yet. */
    batchOperationPartitions: store.groupedTable<Key, bigint, true>('batchOperationPartitions'),

    // Between partitions
    distributions: store.table<Key, Distribution>('distributions'),
    /** Group: distribution; member: partition that has not acknowledged. `false` while it waits in its queue. */
    pendingDistributions: store.groupedTable<Key, bigint, boolean>('pendingDistributions'),
    /** Group: queue and partition (see distributionQueueName); member: distribution. The first of a group is under way. */
    distributionQueues: store.groupedTable<string, Key, true>('distributionQueues'),
    /** Group: queue; member: partition that sends: its last command that was here. */
    receivedDistributions: store.groupedTable<string, bigint, Key>('receivedDistributions'),

    /** Follow-up commands that wait for a later batch, by position. */
    backlog: store.table<bigint, LogRecord>('backlog'),
  };
}

export type EngineState = ReturnType<typeof createEngineState>;

/** What processors see. */
export type EngineView = { readonly [Name in keyof EngineState]: ViewOf<EngineState[Name]> };

type ViewOf<Table> =
  Table extends StateTable<infer RowKey extends StateKey, infer Row>
    ? Pick<StateTable<RowKey, Row>, 'get' | 'has' | 'entries'>
    : Table extends GroupedStateTable<infer Group extends StateKey, infer Member extends StateKey, infer Row>
      ? Pick<GroupedStateTable<Group, Member, Row>, 'get' | 'has' | 'isEmpty' | 'forEach' | 'entries'>
      : Table extends StateSchedule
        ? Pick<StateSchedule, 'firstTime' | 'forEachDue'>
        : never;
