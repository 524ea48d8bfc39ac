import { ProcessInstanceIntent, ValueType } from '@waggle/protocol';
import type { JobCompletion } from '../jobs/job-completion.ts';
import { storeTrigger } from '../triggers/event-trigger-store.ts';

/** A listener is done: its variables are kept for the element, which goes on to the next one. */
export const executionListenerCompletion: JobCompletion = {
  completed(processing, instance, job) {
    if (job.variables !== '{}') storeTrigger(processing, instance, instance.value.elementId, job.variables);
    const { COMPLETE_EXECUTION_LISTENER } = ProcessInstanceIntent;
    processing.write.followUp(ValueType.PROCESS_INSTANCE, COMPLETE_EXECUTION_LISTENER, instance.key, instance.value);
  },
};
