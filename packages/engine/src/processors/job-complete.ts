import { JobIntent, JobKind, type JobKindName, type JobValue, ValueType } from '@waggle/protocol';
import { adHocJobCompletion } from '../behavior/ad-hoc/ad-hoc-job-completion.ts';
import { elementJobCompletion } from '../behavior/jobs/element-job-completion.ts';
import type { JobCompletion } from '../behavior/jobs/job-completion.ts';
import { jobOfWorker } from '../behavior/jobs/job-precondition.ts';
import { unsupportedJobCompletion } from '../behavior/jobs/unsupported-job-completion.ts';
import { executionListenerCompletion } from '../behavior/listeners/execution-listener-completion.ts';
import { taskListenerCompletion } from '../behavior/listeners/task-listener-completion.ts';
import { parseVariables } from '../behavior/variables/parse-variables.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/** What a completed job of each kind leads to; the compiler names a missing one. */
const completions: Readonly<Record<JobKindName, JobCompletion>> = {
  BPMN_ELEMENT: elementJobCompletion,
  EXECUTION_LISTENER: executionListenerCompletion,
  TASK_LISTENER: taskListenerCompletion,
  AD_HOC_SUB_PROCESS: adHocJobCompletion,
};

/** The same by wire code, for speed. */
const completionsByCode: readonly JobCompletion[] = Object.entries(JobKind)
  .sort(([, left], [, right]) => left - right)
  .map(([name]) => completions[name as JobKindName]);

/** A worker is done: what it was to do decides how the element goes on. */
export const jobComplete: Processor<JobValue> = (processing, command) => {
  const { key, value: request } = command;
  const job = jobOfWorker(processing, key, 'complete', request);
  if (job instanceof Rejection) return processing.write.reject(job.type, job.reason);
  const variables = parseVariables(request.variables);
  if (variables instanceof Rejection) return processing.write.reject(variables.type, variables.reason);
  const completion = completionsByCode[job.value.kind] ?? unsupportedJobCompletion;
  const refusal = completion.check?.(processing, job.value, request, key);
  if (refusal !== undefined) return processing.write.reject(refusal.type, refusal.reason);
  const completed: JobValue = {
    ...job.value,
    variables: variables.size === 0 ? '{}' : request.variables,
    result: request.result,
  };
  processing.write.respond(processing.write.event(ValueType.JOB, JobIntent.COMPLETED, key, completed));
  const instance = processing.state.elementInstances.get(job.value.elementInstanceKey);
  if (instance !== undefined) completion.completed(processing, instance, completed);
};
