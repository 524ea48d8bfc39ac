import { RejectionType, type SuspensionBatchValue } from '@waggle/protocol';
import { continueResumption } from '../behavior/suspension/suspension.ts';
import type { Processor } from './processor.ts';

/** Goes on resuming an instance: its elements, then what was held back meanwhile. */
export const suspensionBatchResume: Processor<SuspensionBatchValue> = (processing, command) => {
  const { processInstanceKey } = command.value;
  const root = processing.state.elementInstances.get(processInstanceKey);
  if (root === undefined || processing.state.suspensions.get(processInstanceKey) !== 'RESUMING') {
    const reason = `Expected the process instance with key '${processInstanceKey}' to be resuming, but it is not.`;
    processing.write.reject(RejectionType.INVALID_STATE, reason);
    return;
  }
  continueResumption(processing, root, command.value);
};
