import { type ProcessInstanceBatchValue, RejectionType } from '@waggle/protocol';
import { terminateChildren } from '../behavior/scope-termination.ts';
import type { Processor } from './processor.ts';

/** Goes on terminating the many children of a scope. */
export const processInstanceBatchTerminate: Processor<ProcessInstanceBatchValue> = (processing, command) => {
  const { batchElementInstanceKey, afterKey } = command.value;
  const scope = processing.state.elementInstances.get(batchElementInstanceKey);
  const before = processing.write.nextPosition;
  if (scope !== undefined) terminateChildren(processing, scope, afterKey);
  if (processing.write.nextPosition > before) return;
  processing.write.reject(
    RejectionType.INVALID_STATE,
    `Expected element instance with key '${batchElementInstanceKey}' to have children left to terminate, but it has none.`,
  );
};
