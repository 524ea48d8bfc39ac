import {
  IncidentErrorType,
  type LogRecord,
  ProcessInstanceIntent,
  type ProcessInstanceValue,
  UserTaskIntent,
  ValueType,
} from '@waggle/protocol';
import { activating, completing, terminating } from './behavior/element-transitions.ts';
import { Failure } from './failure.ts';
import type { Processing } from './processing.ts';
import { type ElementInstance, isActivated } from './state/element-instance.ts';

/**
 * An element whose step writes more than fits a batch stops with an incident, in the state the step leads to.
 * @returns `undefined` when the command is no element's, or the element is a whole process.
 */
export function oversizedElementStep(
  processing: Processing,
  record: LogRecord,
  message: string,
): { readonly instance: ElementInstance; readonly failure: Failure } | undefined {
  if (record.valueType === ValueType.USER_TASK) return oversizedTransition(processing, record, message);
  if (record.valueType !== ValueType.PROCESS_INSTANCE) return undefined;
  const value = record.value as ProcessInstanceValue;
  if (value.elementId === value.bpmnProcessId) return undefined;
  const instance = enteredState(processing, record, value);
  if (instance === undefined) return undefined;
  return { instance, failure: new Failure(IncidentErrorType.MESSAGE_SIZE_EXCEEDED, message) };
}

/** A transition whose listener is done has no client to tell: it stops as it is. */
function oversizedTransition(processing: Processing, { key, intent }: LogRecord, message: string) {
  if (intent !== UserTaskIntent.COMPLETE_TASK_LISTENER) return undefined;
  const task = processing.state.userTasks.get(key);
  const instance = task && processing.state.elementInstances.get(task.value.elementInstanceKey);
  if (instance === undefined) return undefined;
  return { instance, failure: new Failure(IncidentErrorType.MESSAGE_SIZE_EXCEEDED, message) };
}

function enteredState(
  processing: Processing,
  { key, intent }: LogRecord,
  value: ProcessInstanceValue,
): ElementInstance | undefined {
  const present = processing.state.elementInstances.get(key);
  switch (intent) {
    case ProcessInstanceIntent.ACTIVATE_ELEMENT:
      return present === undefined ? activating(processing, key, value) : undefined;
    case ProcessInstanceIntent.COMPLETE_ELEMENT:
      return present !== undefined && isActivated(present) ? completing(processing, present) : present;
    case ProcessInstanceIntent.TERMINATE_ELEMENT:
      return present === undefined ? undefined : terminating(processing, present);
    case ProcessInstanceIntent.COMPLETE_EXECUTION_LISTENER:
    case ProcessInstanceIntent.CONTINUE_ACTIVATING_ELEMENT:
      return present;
    default:
      return undefined;
  }
}
