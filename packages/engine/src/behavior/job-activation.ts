/** Gives jobs to workers: when they ask, and at once to those that hold a stream open. */
import {
  type ActivatedJob,
  IncidentErrorType,
  JobBatchIntent,
  type JobBatchValue,
  type Key,
  ValueType,
} from '@waggle/protocol';
import type { JobStream } from '../job-streams.ts';
import type { Processing } from '../processing.ts';
import type { Job } from '../state/job.ts';
import { jobGroup } from '../state/job-group.ts';
import { raiseJobIncident } from './incidents.ts';
import { utf8Length } from './utf8-length.ts';
import { visibleDocument } from './visible-variables.ts';

/** Rough bytes of a job beside its variables and headers, for the size limit. */
const JOB_ENVELOPE_BYTES = 300;

export interface CollectedJobs {
  readonly keys: readonly Key[];
  readonly jobs: readonly ActivatedJob[];
  /** More jobs are waiting that did not fit. */
  readonly truncated: boolean;
  /** A job that fits no answer at all; it must stop with an incident. */
  readonly tooLarge: { readonly key: Key; readonly job: Job } | undefined;
}

/** Picks activatable jobs in the order of their creation, up to the number and size that was asked for. */
export function collectJobs(processing: Processing, request: JobBatchValue, deadline: number): CollectedJobs {
  const keys: Key[] = [];
  const jobs: ActivatedJob[] = [];
  let bytes = 0;
  let truncated = false;
  let tooLarge: CollectedJobs['tooLarge'];
  for (const tenantId of new Set(request.tenantIds)) {
    if (truncated) break;
    processing.state.activatableJobs.forEach(jobGroup(request.type, tenantId), (key) => {
      if (jobs.length >= request.maxJobsToActivate) return false;
      const job = processing.state.jobs.get(key);
      if (job === undefined) return true;
      const activated = activatedJob(processing, key, job, { ...request, deadline });
      bytes += jobBytes(activated);
      if (bytes > processing.limits.jobBatchBytesMax) {
        truncated = true;
        if (jobs.length === 0) tooLarge = { key, job };
        return false;
      }
      keys.push(key);
      jobs.push(activated);
      return true;
    });
  }
  return { keys, jobs, truncated, tooLarge };
}

/** Stops a job that is larger than any answer may be. */
export function raiseTooLarge(processing: Processing, { key, job }: NonNullable<CollectedJobs['tooLarge']>): void {
  raiseJobIncident(processing, key, job.value, {
    errorType: IncidentErrorType.MESSAGE_SIZE_EXCEEDED,
    message: `The job with key '${key}' can not be activated because with its variables it is larger than the maximum message size (${processing.limits.jobBatchBytesMax} bytes). Let the worker fetch fewer variables, or reduce them, then resolve the incident.`,
  });
}

/** Pushes new jobs to open streams and tells waiting workers of the others. Called when a command is through. */
export function giveOutJobs(processing: Processing): void {
  const { activatableJobs, state, write, jobStreams } = processing;
  for (const key of activatableJobs.splice(0)) {
    const job = state.jobs.get(key);
    // It may have been canceled by the same command.
    if (job?.state !== 'ACTIVATABLE') continue;
    const stream = jobStreams.pick(job.value.type, job.value.tenantId);
    if (stream === undefined) write.effect({ kind: 'jobsAvailable', jobType: job.value.type });
    else pushJob(processing, key, job, stream);
  }
}

function pushJob(processing: Processing, key: Key, job: Job, stream: JobStream): void {
  const deadline = processing.now + stream.timeoutMs;
  const activated = activatedJob(processing, key, job, {
    worker: stream.worker,
    fetchVariables: stream.fetchVariables,
    deadline,
  });
  if (jobBytes(activated) > processing.limits.jobBatchBytesMax) {
    raiseTooLarge(processing, { key, job });
    return;
  }
  processing.write.event(ValueType.JOB_BATCH, JobBatchIntent.ACTIVATED, processing.keys.next(), {
    type: job.value.type,
    worker: stream.worker,
    timeout: stream.timeoutMs,
    maxJobsToActivate: 1,
    fetchVariables: stream.fetchVariables,
    tenantIds: [job.value.tenantId],
    jobKeys: [key],
    deadline,
    truncated: false,
    withLease: stream.withLease,
  });
  processing.write.effect({ kind: 'push', streamId: stream.id, job: activated });
}

function jobBytes({ variables, customHeaders }: ActivatedJob): number {
  let bytes = JOB_ENVELOPE_BYTES + utf8Length(variables);
  for (const name in customHeaders) bytes += utf8Length(name) + utf8Length(customHeaders[name] ?? '');
  return bytes;
}

function activatedJob(
  processing: Processing,
  jobKey: Key,
  { value }: Job,
  options: { readonly worker: string; readonly deadline: number; readonly fetchVariables: readonly string[] },
): ActivatedJob {
  const { state } = processing;
  const instance = state.elementInstances.get(value.elementInstanceKey);
  const metadata = state.processInstanceMetadata.get(value.processInstanceKey);
  return {
    jobKey,
    type: value.type,
    processInstanceKey: value.processInstanceKey,
    rootProcessInstanceKey: instance?.value.rootProcessInstanceKey ?? value.processInstanceKey,
    bpmnProcessId: value.bpmnProcessId,
    processDefinitionVersion: value.processDefinitionVersion,
    processDefinitionKey: value.processDefinitionKey,
    elementId: value.elementId,
    elementInstanceKey: value.elementInstanceKey,
    customHeaders: value.customHeaders,
    worker: options.worker,
    retries: value.retries,
    deadline: options.deadline,
    variables: visibleDocument(processing, value.elementInstanceKey, options.fetchVariables),
    kind: value.kind,
    listenerEventType: value.listenerEventType,
    userTask: undefined,
    tags: metadata?.tags ?? [],
    businessId: metadata?.businessId ?? '',
    priority: value.priority,
    leaseToken: value.leaseToken,
    tenantId: value.tenantId,
  };
}
