import {
  AdHocSubProcessInstructionIntent,
  type AdHocSubProcessInstructionValue,
  BpmnElementType,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { endScopeEarly, terminateRest } from '../behavior/early-completion.ts';
import { completeScopeIfDone } from '../behavior/element-transitions.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import { type ElementInstance, isActivated } from '../state/element-instance.ts';
import type { Processor } from './processor.ts';

/** Lets an ad-hoc sub-process complete: at once without what is left inside, or when that has ended. */
export const adHocSubProcessInstructionComplete: Processor<AdHocSubProcessInstructionValue> = (processing, command) => {
  const { value } = command;
  const instance = activeInstance(processing, value);
  if (instance instanceof Rejection) return processing.write.reject(instance.type, instance.reason);
  const { COMPLETED } = AdHocSubProcessInstructionIntent;
  const { write } = processing;
  write.respond(write.event(ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION, COMPLETED, instance.key, value));
  if (!value.isCancelRemainingInstances) {
    completeScopeIfDone(processing, instance.key);
    return;
  }
  endScopeEarly(processing, instance);
  terminateRest(processing, instance);
};

function activeInstance(
  processing: Processing,
  { adHocSubProcessInstanceKey: key }: AdHocSubProcessInstructionValue,
): ElementInstance | Rejection {
  const instance = processing.state.elementInstances.get(key);
  if (instance === undefined) {
    return new Rejection(
      RejectionType.NOT_FOUND,
      `Expected to complete ad-hoc sub-process, but no element instance found with key '${key}'.`,
    );
  }
  if (instance.value.bpmnElementType !== BpmnElementType.AD_HOC_SUB_PROCESS) {
    return new Rejection(
      RejectionType.INVALID_ARGUMENT,
      `Expected to complete ad-hoc sub-process, but element instance with key '${key}' is not an ad-hoc sub-process.`,
    );
  }
  if (isActivated(instance) && instance.interruptedBy === '') return instance;
  return new Rejection(
    RejectionType.INVALID_STATE,
    `Expected to complete ad-hoc sub-process with key '${key}', but it is not active.`,
  );
}
