/** Which records a test has to bring about; everything else follows from them. */
import {
  AdHocSubProcessInstructionIntent,
  ConditionalEvaluationIntent,
  IncidentIntent,
  JobIntent,
  type LogRecord,
  ProcessInstanceIntent,
  ProcessInstanceMigrationIntent,
  ProcessInstanceModificationIntent,
  ProcessMessageSubscriptionIntent,
  RecordType,
  SignalIntent,
  TimerIntent,
  UserTaskIntent,
  ValueType,
  VariableDocumentIntent,
} from '@waggle/protocol';
import { completeJob, failJob, throwError, updateJob, updateRetries } from './job-steps.ts';
import { broadcastSignal, publishMessage } from './message-steps.ts';
import { cancelInstance, operation, resolveIncident, setVariables } from './operator-steps.ts';
import type { StepMaker } from './step.ts';
import type { Story } from './story.ts';
import { assignUserTask, completeUserTask, updateUserTask } from './user-task-steps.ts';

type MakersByIntent = Readonly<Record<number, StepMaker>>;

const passTime: StepMaker = () => ({ lines: [], isClock: true });

/** Commands from outside. */
const commands: { readonly [Type in ValueType]?: MakersByIntent } = {
  [ValueType.JOB]: {
    [JobIntent.COMPLETE]: completeJob,
    [JobIntent.FAIL]: failJob,
    [JobIntent.THROW_ERROR]: throwError,
    [JobIntent.UPDATE_RETRIES]: updateRetries,
    [JobIntent.UPDATE]: updateJob,
  },
  [ValueType.USER_TASK]: {
    [UserTaskIntent.COMPLETE]: completeUserTask,
    [UserTaskIntent.ASSIGN]: assignUserTask,
    [UserTaskIntent.CLAIM]: assignUserTask,
    [UserTaskIntent.UPDATE]: updateUserTask,
  },
  [ValueType.INCIDENT]: { [IncidentIntent.RESOLVE]: resolveIncident },
  [ValueType.VARIABLE_DOCUMENT]: { [VariableDocumentIntent.UPDATE]: setVariables },
  [ValueType.SIGNAL]: { [SignalIntent.BROADCAST]: broadcastSignal },
  [ValueType.PROCESS_INSTANCE]: {
    [ProcessInstanceIntent.CANCEL]: cancelInstance,
    [ProcessInstanceIntent.SUSPEND]: operation('the instance was suspended'),
    [ProcessInstanceIntent.RESUME]: operation('the instance was resumed'),
  },
  [ValueType.PROCESS_INSTANCE_MODIFICATION]: {
    [ProcessInstanceModificationIntent.MODIFY]: operation('the instance was modified'),
  },
  [ValueType.PROCESS_INSTANCE_MIGRATION]: {
    [ProcessInstanceMigrationIntent.MIGRATE]: operation('the instance was migrated'),
  },
  [ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION]: {
    [AdHocSubProcessInstructionIntent.ACTIVATE]: operation('elements of an ad-hoc sub-process were activated'),
  },
  [ValueType.CONDITIONAL_EVALUATION]: {
    [ConditionalEvaluationIntent.EVALUATE]: operation('conditional start events were evaluated'),
  },
};

/** Events that come from where the test's engine has nobody else: other partitions, and time. */
const events: { readonly [Type in ValueType]?: MakersByIntent } = {
  [ValueType.PROCESS_MESSAGE_SUBSCRIPTION]: { [ProcessMessageSubscriptionIntent.CORRELATED]: publishMessage },
  [ValueType.TIMER]: { [TimerIntent.TRIGGERED]: passTime },
  [ValueType.JOB]: { [JobIntent.RECURRED_AFTER_BACKOFF]: passTime },
};

/** A command comes from outside when nothing in the story led to it: a client sent it, or another instance, or a batch operation. */
export function stepMakerOf(record: LogRecord, story: Story): StepMaker | undefined {
  const { intent, recordType, valueType } = record;
  if (recordType === RecordType.EVENT) return events[valueType]?.[intent];
  const isFromOutside = recordType === RecordType.COMMAND && story.causeOf(record) === record;
  return isFromOutside ? commands[valueType]?.[intent] : undefined;
}
