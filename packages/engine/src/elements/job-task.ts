import { activated } from '../behavior/element-transitions.ts';
import { createJob, evaluateJob } from '../behavior/jobs/jobs.ts';
import { openSubscriptions } from '../behavior/triggers/event-subscriptions.ts';
import { applyInputMappings } from '../behavior/variables/variable-mapping.ts';
import { Failure } from '../failure.ts';
import type { ElementProcessor } from './element-processor.ts';
import { completeWithPayload } from './payload-completion.ts';

/** A task that a worker does: service, send, script and business rule tasks with a task definition. */
export const jobTask: ElementProcessor = {
  prepare: applyInputMappings,

  activate(processing, element, instance) {
    if (element.job === undefined)
      throw new Error(`Expected a task definition on '${element.id}', but the model has none`);
    const properties = evaluateJob(processing, element.job, instance);
    if (properties instanceof Failure) return properties;
    const subscriptionFailure = openSubscriptions(processing, instance, element.boundaryEvents);
    if (subscriptionFailure !== undefined) return subscriptionFailure;
    createJob(processing, instance, properties);
    activated(processing, instance);
    return undefined;
  },

  complete: completeWithPayload,
};
