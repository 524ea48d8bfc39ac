import { JobIntent, type JobValue, ValueType } from '@waggle/protocol';
import { completeElement } from '../behavior/element-transitions.ts';
import { storeTrigger } from '../behavior/event-trigger-store.ts';
import { parseVariables } from '../behavior/parse-variables.ts';
import { Rejection } from '../rejection.ts';
import { isActivated } from '../state/element-instance.ts';
import { jobInState } from './job-precondition.ts';
import type { Processor } from './processor.ts';

/** A worker is done: its variables go to the element, which goes on. */
export const jobComplete: Processor<JobValue> = (processing, command) => {
  const job = jobInState(processing, command.key, 'complete');
  if (job instanceof Rejection) return processing.write.reject(job.type, job.reason);
  const variables = parseVariables(command.value.variables);
  if (variables instanceof Rejection) return processing.write.reject(variables.type, variables.reason);
  const payload = variables.size === 0 ? '{}' : command.value.variables;
  const completed = processing.write.event(ValueType.JOB, JobIntent.COMPLETED, command.key, {
    ...job.value,
    variables: payload,
  });
  processing.write.respond(completed);
  const instance = processing.state.elementInstances.get(job.value.elementInstanceKey);
  if (instance === undefined || !isActivated(instance)) return;
  storeTrigger(processing, instance, instance.value.elementId, payload);
  completeElement(processing, instance);
};
