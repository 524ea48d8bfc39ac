import { type ProcessInstanceValue, RejectionType } from '@waggle/protocol';
import { giveUpElement } from '../behavior/element-giving-up.ts';
import { terminating } from '../behavior/element-transitions.ts';
import { isTerminating } from '../state/element-instance.ts';
import type { Processor } from './processor.ts';

/** Ends an element before its time: gives up what it holds, then its children, then itself. */
export const processInstanceTerminateElement: Processor<ProcessInstanceValue> = (processing, command) => {
  const instance = processing.state.elementInstances.get(command.key);
  if (instance === undefined || isTerminating(instance)) {
    processing.write.reject(
      RejectionType.INVALID_STATE,
      `Expected element instance with key '${command.key}' to be active, but it is ${instance === undefined ? 'gone' : 'terminating already'}.`,
    );
    return;
  }
  giveUpElement(processing, terminating(processing, instance));
};
