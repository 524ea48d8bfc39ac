import { JobIntent, JobKind, type JobKindName, type JobValue, ValueType } from '@waggle/protocol';
import { jobIncidentTypes, raiseJobIncident } from '../behavior/incidents.ts';
import { jobOfWorker } from '../behavior/jobs/job-precondition.ts';
import { limitedErrorMessage } from '../behavior/jobs/limited-error-message.ts';
import { parseVariables } from '../behavior/variables/parse-variables.ts';
import { setLocalVariables } from '../behavior/variables/set-variables.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

const kindNames = new Map(Object.entries(JobKind).map(([name, kind]) => [kind, name as JobKindName]));

/** A worker could not do it: tries again at once or after a back-off, or stops with an incident. */
export const jobFail: Processor<JobValue> = (processing, command) => {
  const { key, value: request } = command;
  const job = jobOfWorker(processing, key, 'fail', request);
  if (job instanceof Rejection) return processing.write.reject(job.type, job.reason);
  const variables = parseVariables(request.variables);
  if (variables instanceof Rejection) return processing.write.reject(variables.type, variables.reason);
  const { retries } = request;
  const hasBackoff = retries > 0 && request.retryBackoff > 0;
  const failed: JobValue = {
    ...job.value,
    retries,
    retryBackoff: Math.max(0, request.retryBackoff),
    recurringTime: hasBackoff ? processing.now + request.retryBackoff : -1,
    errorMessage: limitedErrorMessage(request.errorMessage),
    variables: variables.size === 0 ? '{}' : request.variables,
  };
  processing.write.respond(processing.write.event(ValueType.JOB, JobIntent.FAILED, key, failed));
  const instance = processing.state.elementInstances.get(job.value.elementInstanceKey);
  if (instance !== undefined) setLocalVariables(processing, instance.key, instance.value, variables);
  if (retries > 0) {
    if (!hasBackoff) processing.activatableJobs.push(key);
    return;
  }
  raiseJobIncident(processing, key, failed, {
    errorType: jobIncidentTypes[kindNames.get(failed.kind) ?? 'BPMN_ELEMENT'],
    message: failed.errorMessage === '' ? 'No more retries left.' : failed.errorMessage,
  });
};
