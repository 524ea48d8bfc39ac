import {
  BpmnEventType,
  IncidentErrorType,
  JobIntent,
  JobKind,
  type JobValue,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { raiseJobIncident } from '../behavior/incidents.ts';
import { jobOfWorker } from '../behavior/jobs/job-precondition.ts';
import { limitedErrorMessage } from '../behavior/jobs/limited-error-message.ts';
import { findCatch } from '../behavior/triggers/catch-search.ts';
import { triggerEvent } from '../behavior/triggers/event-triggers.ts';
import { unhandledErrorMessage } from '../behavior/triggers/unhandled-error.ts';
import { parseVariables } from '../behavior/variables/parse-variables.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/** A worker reports a business error: the nearest matching error event catches it, or an incident shows it. */
export const jobThrowError: Processor<JobValue> = (processing, command) => {
  const { key, value: request } = command;
  const job = jobOfWorker(processing, key, 'throw an error for', request);
  if (job instanceof Rejection) return processing.write.reject(job.type, job.reason);
  if (isListener(job.value.kind)) {
    const { kind, type, processInstanceKey } = job.value;
    const reason = `Cannot throw BPMN error from ${kind === JobKind.TASK_LISTENER ? 'TASK_LISTENER' : 'EXECUTION_LISTENER'} job with key '${key}', type '${type}' and processInstanceKey '${processInstanceKey}'`;
    return processing.write.reject(RejectionType.INVALID_STATE, reason);
  }
  const variables = parseVariables(request.variables);
  if (variables instanceof Rejection) return processing.write.reject(variables.type, variables.reason);
  const payload = variables.size === 0 ? '{}' : request.variables;
  const errorMessage = limitedErrorMessage(request.errorMessage);
  const thrown: JobValue = { ...job.value, errorCode: request.errorCode, errorMessage, variables: payload };
  processing.write.respond(processing.write.event(ValueType.JOB, JobIntent.ERROR_THROWN, key, thrown));
  const search = findCatch(processing, job.value.elementInstanceKey, BpmnEventType.ERROR, request.errorCode);
  if ('instance' in search) {
    triggerEvent(processing, search.instance, search.event, payload);
    return;
  }
  raiseJobIncident(processing, key, thrown, {
    errorType: IncidentErrorType.UNHANDLED_ERROR_EVENT,
    message: unhandledErrorMessage({
      errorCode: request.errorCode,
      errorMessage,
      catchableCodes: search.catchableCodes,
    }),
  });
};

/** The element of a listener is not active: nothing could catch the error. */
function isListener(kind: JobKind): boolean {
  return kind === JobKind.EXECUTION_LISTENER || kind === JobKind.TASK_LISTENER;
}
