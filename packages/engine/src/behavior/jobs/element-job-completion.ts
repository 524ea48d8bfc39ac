import { isActivated } from '../../state/element-instance.ts';
import { completeElement } from '../element-transitions.ts';
import { storeTrigger } from '../triggers/event-trigger-store.ts';
import type { JobCompletion } from './job-completion.ts';

/** The work of a task is done: its variables go to the element, which goes on. */
export const elementJobCompletion: JobCompletion = {
  completed(processing, instance, job) {
    if (!isActivated(instance)) return;
    storeTrigger(processing, instance, instance.value.elementId, job.variables);
    completeElement(processing, instance);
  },
};
