import { ProcessInstanceIntent, ValueType } from '@waggle/protocol';
import { storeTrigger } from './event-trigger-store.ts';
import type { JobCompletion } from './job-completion.ts';

/** A listener is done: its variables are kept for the element, which goes on to the next one. */
export const executionListenerCompletion: JobCompletion = {
  completed(processing, instance, job) {
    if (job.variables !== '{}') storeTrigger(processing, instance, instance.value.elementId, job.variables);
    const { COMPLETE_EXECUTION_LISTENER } = ProcessInstanceIntent;
    processing.write.followUp(ValueType.PROCESS_INSTANCE, COMPLETE_EXECUTION_LISTENER, instance.key, instance.value);
  },
};
