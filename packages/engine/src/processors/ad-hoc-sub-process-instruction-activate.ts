import {
  AdHocSubProcessInstructionIntent,
  type AdHocSubProcessInstructionValue,
  BpmnElementType,
  type LogRecord,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { type AdHocStart, checkActivatable, startAdHocElement } from '../behavior/ad-hoc/ad-hoc-activation.ts';
import { terminateElement } from '../behavior/element-transitions.ts';
import { parseVariables } from '../behavior/variables/parse-variables.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import { type ElementInstance, isActivated, isTerminating } from '../state/element-instance.ts';
import type { Processor } from './processor.ts';

/** Starts elements inside an ad-hoc sub-process: all of them, or none when one cannot be. */
export const adHocSubProcessInstructionActivate: Processor<AdHocSubProcessInstructionValue> = (processing, command) => {
  const { value } = command;
  const instance = activeInstance(processing, value);
  if (instance instanceof Rejection) return processing.write.reject(instance.type, instance.reason);
  const element = processing.models.elementOf(instance.value);
  const starts = checkedStarts(command);
  if (starts instanceof Rejection) return processing.write.reject(starts.type, starts.reason);
  const elementIds = starts.map(({ elementId }) => elementId);
  const unknown = checkActivatable(element, instance.key, elementIds);
  if (unknown !== undefined) return processing.write.reject(unknown.type, unknown.reason);

  const { ACTIVATED } = AdHocSubProcessInstructionIntent;
  const { write } = processing;
  write.respond(write.event(ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION, ACTIVATED, instance.key, value));
  if (value.isCancelRemainingInstances) terminatePresent(processing, instance);
  for (const start of starts) startAdHocElement(processing, element, instance, start);
};

function activeInstance(
  processing: Processing,
  { adHocSubProcessInstanceKey: key }: AdHocSubProcessInstructionValue,
): ElementInstance | Rejection {
  const instance = processing.state.elementInstances.get(key);
  if (instance?.value.bpmnElementType !== BpmnElementType.AD_HOC_SUB_PROCESS) {
    return new Rejection(
      RejectionType.NOT_FOUND,
      `Expected to activate activities for ad-hoc sub-process but no ad-hoc sub-process instance found with key '${key}'.`,
    );
  }
  if (isActivated(instance) && instance.interruptedBy === '') return instance;
  return new Rejection(
    RejectionType.INVALID_STATE,
    `Expected to activate activities for ad-hoc sub-process with key '${key}', but it is not active.`,
  );
}

function checkedStarts(command: LogRecord<AdHocSubProcessInstructionValue>): readonly AdHocStart[] | Rejection {
  const { adHocSubProcessInstanceKey, activateElements } = command.value;
  // A client names each element once; the worker of the sub-process may want one several times.
  const isClients = command.sourceRecordPosition === -1;
  if (isClients && new Set(activateElements.map(({ elementId }) => elementId)).size < activateElements.length) {
    return new Rejection(
      RejectionType.INVALID_ARGUMENT,
      `Expected to activate activities for ad-hoc sub-process with key '${adHocSubProcessInstanceKey}', but duplicate activities were given.`,
    );
  }
  const starts: AdHocStart[] = [];
  for (const { elementId, variables: text } of activateElements) {
    const variables = parseVariables(text);
    if (variables instanceof Rejection) return variables;
    starts.push({ elementId, variables });
  }
  return starts;
}

/** What is active now, and not what is started with the same command: so not chunk by chunk. */
function terminatePresent(processing: Processing, instance: ElementInstance): void {
  const { state } = processing;
  const present: ElementInstance[] = [];
  state.elementChildren.forEach(instance.key, (key) => {
    const child = state.elementInstances.get(key);
    const isInner = child?.value.bpmnElementType === BpmnElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE;
    if (child !== undefined && isInner && !isTerminating(child)) present.push(child);
  });
  for (const child of present) terminateElement(processing, child);
}
