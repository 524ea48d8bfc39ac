import { activated } from '../behavior/element-transitions.ts';
import { createJob } from '../behavior/jobs/jobs.ts';
import { openSubscriptions } from '../behavior/triggers/event-subscriptions.ts';
import { cancelUserTask } from '../behavior/user-tasks/user-task-cancelation.ts';
import { assignMeantAssignee, createUserTask } from '../behavior/user-tasks/user-task-creation.ts';
import { evaluateUserTaskJob } from '../behavior/user-tasks/user-task-job.ts';
import { definitionOf, evaluateUserTask } from '../behavior/user-tasks/user-task-properties.ts';
import { applyInputMappings } from '../behavior/variables/variable-mapping.ts';
import { Failure } from '../failure.ts';
import type { ElementProcessor } from './element-processor.ts';
import { completeWithPayload } from './payload-completion.ts';

/** A task for people: kept by the engine itself, or left to a worker as a job. */
export const userTask: ElementProcessor = {
  prepare: applyInputMappings,

  activate(processing, element, instance) {
    const properties = evaluateUserTask(processing, element, instance);
    if (properties instanceof Failure) return properties;
    const isNative = definitionOf(element).implementation === 'native';
    const job = isNative ? undefined : evaluateUserTaskJob(processing, element, instance, properties);
    if (job instanceof Failure) return job;
    const subscriptionFailure = openSubscriptions(processing, instance, element.boundaryEvents);
    if (subscriptionFailure !== undefined) return subscriptionFailure;
    if (job === undefined) createUserTask(processing, element, instance, properties);
    else createJob(processing, instance, job);
    const active = activated(processing, instance);
    if (job === undefined) assignMeantAssignee(processing, active, properties.assignee);
    return undefined;
  },

  complete: completeWithPayload,

  terminate(processing, instance) {
    return !cancelUserTask(processing, instance);
  },
};
