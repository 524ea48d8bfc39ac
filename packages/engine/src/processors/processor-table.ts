import { type CommandName, intentsByValueType, type LogRecord, type RecordValues, ValueType } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { commandDistributionAcknowledge } from './command-distribution-acknowledge.ts';
import { deploymentCreate } from './deployment-create.ts';
import { incidentResolve } from './incident-resolve.ts';
import { jobBatchActivate } from './job-batch-activate.ts';
import { jobComplete } from './job-complete.ts';
import { jobFail } from './job-fail.ts';
import { jobRecurAfterBackoff } from './job-recur-after-backoff.ts';
import { jobThrowError } from './job-throw-error.ts';
import { jobTimeOut } from './job-time-out.ts';
import { jobUpdate } from './job-update.ts';
import { jobUpdateRetries } from './job-update-retries.ts';
import { jobUpdateTimeout } from './job-update-timeout.ts';
import { jobYield } from './job-yield.ts';
import { messageCorrelationCorrelate } from './message-correlation-correlate.ts';
import { messageExpire } from './message-expire.ts';
import { messagePublish } from './message-publish.ts';
import { messageSubscriptionCorrelate } from './message-subscription-correlate.ts';
import { messageSubscriptionCreate } from './message-subscription-create.ts';
import { messageSubscriptionDelete } from './message-subscription-delete.ts';
import { messageSubscriptionReject } from './message-subscription-reject.ts';
import { processInstanceActivateElement } from './process-instance-activate-element.ts';
import { processInstanceBatchTerminate } from './process-instance-batch-terminate.ts';
import { processInstanceCancel } from './process-instance-cancel.ts';
import { processInstanceCompleteElement } from './process-instance-complete-element.ts';
import { processInstanceContinueTerminatingElement } from './process-instance-continue-terminating-element.ts';
import { processInstanceCreationCreate } from './process-instance-creation-create.ts';
import { processInstanceCreationCreateWithAwaitingResult } from './process-instance-creation-create-with-awaiting-result.ts';
import { processInstanceTerminateElement } from './process-instance-terminate-element.ts';
import { processMessageSubscriptionCorrelate } from './process-message-subscription-correlate.ts';
import { processMessageSubscriptionCreate } from './process-message-subscription-create.ts';
import { processMessageSubscriptionDelete } from './process-message-subscription-delete.ts';
import type { Processor } from './processor.ts';
import { timerTrigger } from './timer-trigger.ts';
import { variableDocumentUpdate } from './variable-document-update.ts';

/** The processor of every command; the compiler names a missing one. */
const processors: {
  readonly [Type in ValueType]: { readonly [Name in CommandName<Type>]: Processor<RecordValues[Type]> };
} = {
  [ValueType.JOB]: {
    COMPLETE: jobComplete,
    TIME_OUT: jobTimeOut,
    FAIL: jobFail,
    UPDATE_RETRIES: jobUpdateRetries,
    THROW_ERROR: jobThrowError,
    RECUR_AFTER_BACKOFF: jobRecurAfterBackoff,
    YIELD: jobYield,
    UPDATE_TIMEOUT: jobUpdateTimeout,
    UPDATE: jobUpdate,
  },
  [ValueType.DEPLOYMENT]: {
    CREATE: deploymentCreate,
  },
  [ValueType.PROCESS_INSTANCE]: {
    CANCEL: processInstanceCancel,
    ACTIVATE_ELEMENT: processInstanceActivateElement,
    COMPLETE_ELEMENT: processInstanceCompleteElement,
    TERMINATE_ELEMENT: processInstanceTerminateElement,
    CONTINUE_TERMINATING_ELEMENT: processInstanceContinueTerminatingElement,
  },
  [ValueType.INCIDENT]: {
    RESOLVE: incidentResolve,
  },
  [ValueType.MESSAGE]: {
    PUBLISH: messagePublish,
    EXPIRE: messageExpire,
  },
  [ValueType.MESSAGE_SUBSCRIPTION]: {
    CREATE: messageSubscriptionCreate,
    CORRELATE: messageSubscriptionCorrelate,
    REJECT: messageSubscriptionReject,
    DELETE: messageSubscriptionDelete,
  },
  [ValueType.PROCESS_MESSAGE_SUBSCRIPTION]: {
    CREATE: processMessageSubscriptionCreate,
    CORRELATE: processMessageSubscriptionCorrelate,
    DELETE: processMessageSubscriptionDelete,
  },
  [ValueType.JOB_BATCH]: {
    ACTIVATE: jobBatchActivate,
  },
  [ValueType.TIMER]: {
    TRIGGER: timerTrigger,
  },
  [ValueType.MESSAGE_START_EVENT_SUBSCRIPTION]: {},
  [ValueType.VARIABLE]: {},
  [ValueType.VARIABLE_DOCUMENT]: {
    UPDATE: variableDocumentUpdate,
  },
  [ValueType.PROCESS_INSTANCE_CREATION]: {
    CREATE: processInstanceCreationCreate,
    CREATE_WITH_AWAITING_RESULT: processInstanceCreationCreateWithAwaitingResult,
  },
  [ValueType.ERROR]: {},
  [ValueType.PROCESS_INSTANCE_RESULT]: {},
  [ValueType.PROCESS]: {},
  [ValueType.PROCESS_EVENT]: {},
  [ValueType.COMMAND_DISTRIBUTION]: {
    ACKNOWLEDGE: commandDistributionAcknowledge,
  },
  [ValueType.PROCESS_INSTANCE_BATCH]: {
    TERMINATE: processInstanceBatchTerminate,
  },
  [ValueType.MESSAGE_CORRELATION]: {
    CORRELATE: messageCorrelationCorrelate,
  },
};

/** The same by wire codes, for speed. */
const processorsByCode: (Processor<never> | undefined)[][] = [];
for (const [valueType, byName] of Object.entries(processors)) {
  const code = Number(valueType) as ValueType;
  const intents: Readonly<Record<string, number>> = intentsByValueType[code];
  const row: (Processor<never> | undefined)[] = [];
  for (const [name, processor] of Object.entries(byName)) row[intents[name]!] = processor as Processor<never>;
  processorsByCode[code] = row;
}

/** Decides a command. @throws when it is no command we know. */
export function processCommand(processing: Processing, command: LogRecord): void {
  const processor = processorsByCode[command.valueType]?.[command.intent];
  if (processor === undefined) {
    throw new Error(`Expected a known command, but got ${command.valueType}/${command.intent}`);
  }
  processor(processing, command as LogRecord<never>);
}
