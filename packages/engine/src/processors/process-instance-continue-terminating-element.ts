import { type ProcessInstanceValue, RejectionType } from '@waggle/protocol';
import { endTermination } from '../behavior/scope-termination.ts';
import { isTerminating } from '../state/element-instance.ts';
import type { Processor } from './processor.ts';

/** What a terminating element waited for is gone: it can end. */
export const processInstanceContinueTerminatingElement: Processor<ProcessInstanceValue> = (processing, command) => {
  const instance = processing.state.elementInstances.get(command.key);
  if (instance === undefined || !isTerminating(instance) || instance.childCount > 0) {
    processing.write.reject(
      RejectionType.INVALID_STATE,
      `Expected element instance with key '${command.key}' to be terminating without children, but it is not.`,
    );
    return;
  }
  endTermination(processing, instance);
};
