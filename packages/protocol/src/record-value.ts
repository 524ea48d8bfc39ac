import type { ValueCodec } from './encoding/value-codec.ts';
import { ValueType } from './value-type.ts';
import { type CommandDistributionValue, commandDistributionCodec } from './values/command-distribution.ts';
import { type DeploymentValue, deploymentCodec } from './values/deployment.ts';
import { type ErrorValue, errorCodec } from './values/error.ts';
import { type IncidentValue, incidentCodec } from './values/incident.ts';
import { type JobValue, jobCodec } from './values/job.ts';
import { type JobBatchValue, jobBatchCodec } from './values/job-batch.ts';
import { type MessageValue, messageCodec } from './values/message.ts';
import { type MessageCorrelationValue, messageCorrelationCodec } from './values/message-correlation.ts';
import {
  type MessageStartEventSubscriptionValue,
  messageStartEventSubscriptionCodec,
} from './values/message-start-event-subscription.ts';
import { type MessageSubscriptionValue, messageSubscriptionCodec } from './values/message-subscription.ts';
import { type ProcessValue, processCodec } from './values/process.ts';
import { type ProcessEventValue, processEventCodec } from './values/process-event.ts';
import { type ProcessInstanceValue, processInstanceCodec } from './values/process-instance.ts';
import { type ProcessInstanceBatchValue, processInstanceBatchCodec } from './values/process-instance-batch.ts';
import { type ProcessInstanceCreationValue, processInstanceCreationCodec } from './values/process-instance-creation.ts';
import { type ProcessInstanceResultValue, processInstanceResultCodec } from './values/process-instance-result.ts';
import {
  type ProcessMessageSubscriptionValue,
  processMessageSubscriptionCodec,
} from './values/process-message-subscription.ts';
import { type TimerValue, timerCodec } from './values/timer.ts';
import { type VariableValue, variableCodec } from './values/variable.ts';
import { type VariableDocumentValue, variableDocumentCodec } from './values/variable-document.ts';

/** The value's shape by value type. */
export interface RecordValues {
  [ValueType.JOB]: JobValue;
  [ValueType.DEPLOYMENT]: DeploymentValue;
  [ValueType.PROCESS_INSTANCE]: ProcessInstanceValue;
  [ValueType.INCIDENT]: IncidentValue;
  [ValueType.MESSAGE]: MessageValue;
  [ValueType.MESSAGE_SUBSCRIPTION]: MessageSubscriptionValue;
  [ValueType.PROCESS_MESSAGE_SUBSCRIPTION]: ProcessMessageSubscriptionValue;
  [ValueType.JOB_BATCH]: JobBatchValue;
  [ValueType.TIMER]: TimerValue;
  [ValueType.MESSAGE_START_EVENT_SUBSCRIPTION]: MessageStartEventSubscriptionValue;
  [ValueType.VARIABLE]: VariableValue;
  [ValueType.VARIABLE_DOCUMENT]: VariableDocumentValue;
  [ValueType.PROCESS_INSTANCE_CREATION]: ProcessInstanceCreationValue;
  [ValueType.ERROR]: ErrorValue;
  [ValueType.PROCESS_INSTANCE_RESULT]: ProcessInstanceResultValue;
  [ValueType.PROCESS]: ProcessValue;
  [ValueType.PROCESS_EVENT]: ProcessEventValue;
  [ValueType.COMMAND_DISTRIBUTION]: CommandDistributionValue;
  [ValueType.PROCESS_INSTANCE_BATCH]: ProcessInstanceBatchValue;
  [ValueType.MESSAGE_CORRELATION]: MessageCorrelationValue;
}

export type RecordValue = RecordValues[ValueType];

export const valueCodecs: { readonly [Type in ValueType]: ValueCodec<RecordValues[Type]> } = {
  [ValueType.JOB]: jobCodec,
  [ValueType.DEPLOYMENT]: deploymentCodec,
  [ValueType.PROCESS_INSTANCE]: processInstanceCodec,
  [ValueType.INCIDENT]: incidentCodec,
  [ValueType.MESSAGE]: messageCodec,
  [ValueType.MESSAGE_SUBSCRIPTION]: messageSubscriptionCodec,
  [ValueType.PROCESS_MESSAGE_SUBSCRIPTION]: processMessageSubscriptionCodec,
  [ValueType.JOB_BATCH]: jobBatchCodec,
  [ValueType.TIMER]: timerCodec,
  [ValueType.MESSAGE_START_EVENT_SUBSCRIPTION]: messageStartEventSubscriptionCodec,
  [ValueType.VARIABLE]: variableCodec,
  [ValueType.VARIABLE_DOCUMENT]: variableDocumentCodec,
  [ValueType.PROCESS_INSTANCE_CREATION]: processInstanceCreationCodec,
  [ValueType.ERROR]: errorCodec,
  [ValueType.PROCESS_INSTANCE_RESULT]: processInstanceResultCodec,
  [ValueType.PROCESS]: processCodec,
  [ValueType.PROCESS_EVENT]: processEventCodec,
  [ValueType.COMMAND_DISTRIBUTION]: commandDistributionCodec,
  [ValueType.PROCESS_INSTANCE_BATCH]: processInstanceBatchCodec,
  [ValueType.MESSAGE_CORRELATION]: messageCorrelationCodec,
};
