import { type ProcessInstanceBatchValue, RejectionType } from '@waggle/protocol';
import { activateInnerInstances } from '../behavior/multi-instance/inner-instances.ts';
import { isActivated } from '../state/element-instance.ts';
import type { Processor } from './processor.ts';

/** Goes on starting the many inner instances of a parallel loop. */
export const processInstanceBatchActivate: Processor<ProcessInstanceBatchValue> = (processing, command) => {
  const { batchElementInstanceKey, index } = command.value;
  const body = processing.state.elementInstances.get(batchElementInstanceKey);
  if (body === undefined || !isActivated(body) || body.interruptedBy !== '') {
    processing.write.reject(
      RejectionType.INVALID_STATE,
      `Expected the multi-instance body with key '${batchElementInstanceKey}' to be active, but it is ${body === undefined ? 'gone' : 'leaving'}.`,
    );
    return;
  }
  activateInnerInstances(processing, body, index);
};
