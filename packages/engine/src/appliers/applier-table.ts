import { type EventName, intentsByValueType, type LogRecord, type RecordValues, ValueType } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';
import type { Applier } from './applier.ts';
import { commandDistributionAcknowledged } from './command-distribution-acknowledged.ts';
import { commandDistributionDistributing } from './command-distribution-distributing.ts';
import { commandDistributionFinished } from './command-distribution-finished.ts';
import { commandDistributionStarted } from './command-distribution-started.ts';
import { deploymentCreated } from './deployment-created.ts';
import { errorCreated } from './error-created.ts';
import { incidentCreated } from './incident-created.ts';
import { incidentResolved } from './incident-resolved.ts';
import { jobBatchActivated } from './job-batch-activated.ts';
import { jobCanceled } from './job-canceled.ts';
import { jobCompleted } from './job-completed.ts';
import { jobCreated } from './job-created.ts';
import { jobErrorThrown } from './job-error-thrown.ts';
import { jobFailed } from './job-failed.ts';
import { jobRecurredAfterBackoff } from './job-recurred-after-backoff.ts';
import { jobRetriesUpdated } from './job-retries-updated.ts';
import { jobTimedOut } from './job-timed-out.ts';
import { jobTimeoutUpdated } from './job-timeout-updated.ts';
import { jobUpdated } from './job-updated.ts';
import { jobYielded } from './job-yielded.ts';
import { messageCorrelationCorrelated } from './message-correlation-correlated.ts';
import { messageCorrelationCorrelating } from './message-correlation-correlating.ts';
import { messageCorrelationNotCorrelated } from './message-correlation-not-correlated.ts';
import { messageExpired } from './message-expired.ts';
import { messagePublished } from './message-published.ts';
import { messageStartEventSubscriptionCorrelated } from './message-start-event-subscription-correlated.ts';
import { messageStartEventSubscriptionCreated } from './message-start-event-subscription-created.ts';
import { messageStartEventSubscriptionDeleted } from './message-start-event-subscription-deleted.ts';
import { messageSubscriptionCorrelated } from './message-subscription-correlated.ts';
import { messageSubscriptionCorrelating } from './message-subscription-correlating.ts';
import { messageSubscriptionCreated } from './message-subscription-created.ts';
import { messageSubscriptionDeleted } from './message-subscription-deleted.ts';
import { messageSubscriptionRejected } from './message-subscription-rejected.ts';
import { processCreated } from './process-created.ts';
import { processEventTriggered } from './process-event-triggered.ts';
import { processEventTriggering } from './process-event-triggering.ts';
import { processInstanceCanceling } from './process-instance-canceling.ts';
import { processInstanceCreationCreated } from './process-instance-creation-created.ts';
import { processInstanceElementActivated } from './process-instance-element-activated.ts';
import { processInstanceElementActivating } from './process-instance-element-activating.ts';
import { processInstanceElementCompleted } from './process-instance-element-completed.ts';
import { processInstanceElementCompleting } from './process-instance-element-completing.ts';
import { processInstanceElementTerminated } from './process-instance-element-terminated.ts';
import { processInstanceElementTerminating } from './process-instance-element-terminating.ts';
import { processInstanceResultCompleted } from './process-instance-result-completed.ts';
import { processInstanceSequenceFlowTaken } from './process-instance-sequence-flow-taken.ts';
import { processMessageSubscriptionCorrelated } from './process-message-subscription-correlated.ts';
import { processMessageSubscriptionCreated } from './process-message-subscription-created.ts';
import { processMessageSubscriptionCreating } from './process-message-subscription-creating.ts';
import { processMessageSubscriptionDeleted } from './process-message-subscription-deleted.ts';
import { processMessageSubscriptionDeleting } from './process-message-subscription-deleting.ts';
import { timerCanceled } from './timer-canceled.ts';
import { timerCreated } from './timer-created.ts';
import { timerTriggered } from './timer-triggered.ts';
import { variableCreated } from './variable-created.ts';
import { variableDocumentUpdated } from './variable-document-updated.ts';
import { variableUpdated } from './variable-updated.ts';

/** The applier of every event; the compiler names a missing one. */
const appliers: { readonly [Type in ValueType]: { readonly [Name in EventName<Type>]: Applier<RecordValues[Type]> } } =
  {
    [ValueType.JOB]: {
      CREATED: jobCreated,
      COMPLETED: jobCompleted,
      TIMED_OUT: jobTimedOut,
      FAILED: jobFailed,
      RETRIES_UPDATED: jobRetriesUpdated,
      CANCELED: jobCanceled,
      ERROR_THROWN: jobErrorThrown,
      RECURRED_AFTER_BACKOFF: jobRecurredAfterBackoff,
      YIELDED: jobYielded,
      TIMEOUT_UPDATED: jobTimeoutUpdated,
      UPDATED: jobUpdated,
    },
    [ValueType.DEPLOYMENT]: {
      CREATED: deploymentCreated,
    },
    [ValueType.PROCESS_INSTANCE]: {
      SEQUENCE_FLOW_TAKEN: processInstanceSequenceFlowTaken,
      ELEMENT_ACTIVATING: processInstanceElementActivating,
      ELEMENT_ACTIVATED: processInstanceElementActivated,
      ELEMENT_COMPLETING: processInstanceElementCompleting,
      ELEMENT_COMPLETED: processInstanceElementCompleted,
      ELEMENT_TERMINATING: processInstanceElementTerminating,
      ELEMENT_TERMINATED: processInstanceElementTerminated,
      CANCELING: processInstanceCanceling,
    },
    [ValueType.INCIDENT]: {
      CREATED: incidentCreated,
      RESOLVED: incidentResolved,
    },
    [ValueType.MESSAGE]: {
      PUBLISHED: messagePublished,
      EXPIRED: messageExpired,
    },
    [ValueType.MESSAGE_SUBSCRIPTION]: {
      CREATED: messageSubscriptionCreated,
      CORRELATED: messageSubscriptionCorrelated,
      REJECTED: messageSubscriptionRejected,
      DELETED: messageSubscriptionDeleted,
      CORRELATING: messageSubscriptionCorrelating,
    },
    [ValueType.PROCESS_MESSAGE_SUBSCRIPTION]: {
      CREATING: processMessageSubscriptionCreating,
      CREATED: processMessageSubscriptionCreated,
      CORRELATED: processMessageSubscriptionCorrelated,
      DELETING: processMessageSubscriptionDeleting,
      DELETED: processMessageSubscriptionDeleted,
    },
    [ValueType.JOB_BATCH]: {
      ACTIVATED: jobBatchActivated,
    },
    [ValueType.TIMER]: {
      CREATED: timerCreated,
      TRIGGERED: timerTriggered,
      CANCELED: timerCanceled,
    },
    [ValueType.MESSAGE_START_EVENT_SUBSCRIPTION]: {
      CREATED: messageStartEventSubscriptionCreated,
      CORRELATED: messageStartEventSubscriptionCorrelated,
      DELETED: messageStartEventSubscriptionDeleted,
    },
    [ValueType.VARIABLE]: {
      CREATED: variableCreated,
      UPDATED: variableUpdated,
    },
    [ValueType.VARIABLE_DOCUMENT]: {
      UPDATED: variableDocumentUpdated,
    },
    [ValueType.PROCESS_INSTANCE_CREATION]: {
      CREATED: processInstanceCreationCreated,
    },
    [ValueType.ERROR]: {
      CREATED: errorCreated,
    },
    [ValueType.PROCESS_INSTANCE_RESULT]: {
      COMPLETED: processInstanceResultCompleted,
    },
    [ValueType.PROCESS]: {
      CREATED: processCreated,
    },
    [ValueType.PROCESS_EVENT]: {
      TRIGGERING: processEventTriggering,
      TRIGGERED: processEventTriggered,
    },
    [ValueType.COMMAND_DISTRIBUTION]: {
      STARTED: commandDistributionStarted,
      DISTRIBUTING: commandDistributionDistributing,
      ACKNOWLEDGED: commandDistributionAcknowledged,
      FINISHED: commandDistributionFinished,
    },
    [ValueType.PROCESS_INSTANCE_BATCH]: {},
    [ValueType.MESSAGE_CORRELATION]: {
      CORRELATING: messageCorrelationCorrelating,
      CORRELATED: messageCorrelationCorrelated,
      NOT_CORRELATED: messageCorrelationNotCorrelated,
    },
  };

/** The same by wire codes, for speed. */
const appliersByCode: (Applier<never> | undefined)[][] = [];
for (const [valueType, byName] of Object.entries(appliers)) {
  const code = Number(valueType) as ValueType;
  const intents: Readonly<Record<string, number>> = intentsByValueType[code];
  const row: (Applier<never> | undefined)[] = [];
  for (const [name, applier] of Object.entries(byName)) row[intents[name]!] = applier as Applier<never>;
  appliersByCode[code] = row;
}

/** Folds an event into the state. @throws when the event is unknown: a newer version wrote it. */
export function applyEvent(state: EngineState, record: LogRecord): void {
  const applier = appliersByCode[record.valueType]?.[record.intent];
  if (applier === undefined) {
    throw new Error(
      `Expected a known event, but position ${record.position} holds ${record.valueType}/${record.intent}`,
    );
  }
  applier(state, record as LogRecord<never>);
}
