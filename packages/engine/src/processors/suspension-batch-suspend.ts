import { RejectionType, type SuspensionBatchValue } from '@waggle/protocol';
import { isSuspended } from '../behavior/suspension/suspended-instances.ts';
import { continueSuspension } from '../behavior/suspension/suspension.ts';
import type { Processor } from './processor.ts';

/** Goes on suspending the elements of an instance that has many. */
export const suspensionBatchSuspend: Processor<SuspensionBatchValue> = (processing, command) => {
  const { processInstanceKey } = command.value;
  const root = processing.state.elementInstances.get(processInstanceKey);
  const before = processing.write.nextPosition;
  if (root !== undefined && isSuspended(processing, processInstanceKey)) {
    continueSuspension(processing, root, command.value);
  }
  if (processing.write.nextPosition > before) return;
  processing.write.reject(
    RejectionType.INVALID_STATE,
    `Expected the process instance with key '${processInstanceKey}' to have elements left to suspend, but it has none.`,
  );
};
