/** Gives jobs to workers: when they ask, and at once to those that hold a stream open. */
import {
  type ActivatedJob,
  IncidentErrorType,
  JobBatchIntent,
  type JobBatchValue,
  type Key,
  ValueType,
} from '@waggle/protocol';
import type { JobStream } from '../../job-streams.ts';
import type { Processing } from '../../processing.ts';
import type { Job } from '../../state/job.ts';
import { isLeasedRank, jobGroup, rankGroup, USUAL_RANK } from '../../state/job-group.ts';
import { leaseTokenOf } from '../../state/lease-token.ts';
import { raiseJobIncident } from '../incidents.ts';
import { activatedUserTask, listenedDocument, listenedUserTask } from '../user-tasks/listened-user-task.ts';
import { utf8Length } from './utf8-length.ts';

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

/**
 * Picks activatable jobs, those of higher priority first and otherwise in the order of their creation, up to the number
 * and size that was asked for.
 * @param activationKey the key the activation will have.
 */
export function collectJobs(
  processing: Processing,
  request: JobBatchValue,
  { activationKey, deadline }: { readonly activationKey: Key; readonly deadline: number },
): CollectedJobs {
  const leaseToken = leaseTokenOf(activationKey, request);
  const keys: Key[] = [];
  const jobs: ActivatedJob[] = [];
  let bytes = 0;
  let truncated = false;
  let tooLarge: CollectedJobs['tooLarge'];
  for (const tenantId of new Set(request.tenantIds)) {
    if (truncated) break;
    forEachActivatable(processing, jobGroup(request.type, tenantId), request.withLease, (key) => {
      if (jobs.length >= request.maxJobsToActivate) return false;
      const job = processing.state.jobs.get(key);
      if (job === undefined) return true;
      const activated = activatedJob(processing, key, job, { ...request, deadline, leaseToken });
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

/** Visits the jobs of a group in the order they are given out, until the visitor returns `false`. */
function forEachActivatable(
  { state }: Processing,
  group: string,
  withLease: boolean,
  visitor: (key: Key) => boolean,
): void {
  let goesOn = true;
  const visit = (rank: bigint): boolean => {
    if (isLeasedRank(rank) && !withLease) return true;
    state.activatableJobs.forEach(rankGroup(group, rank), (key) => {
      goesOn = visitor(key);
      return goesOn;
    });
    return goesOn;
  };
  let isUsualVisited = false;
  state.jobRanks.forEach(group, (rank) => {
    if (rank > USUAL_RANK && !isUsualVisited) {
      isUsualVisited = true;
      if (!visit(USUAL_RANK)) return false;
    }
    return visit(rank);
  });
  if (goesOn && !isUsualVisited) visit(USUAL_RANK);
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
  const { activatableJobs, state, write, jobStreams, limits } = processing;
  let pushedBytes = 0;
  for (const key of activatableJobs.splice(0)) {
    const job = state.jobs.get(key);
    // It may have been canceled by the same command.
    if (job?.state !== 'ACTIVATABLE') continue;
    // Many large jobs at once, of a loop for example, would hold up everybody else: the rest is asked for bit by bit.
    const isRoomLeft = pushedBytes < limits.jobBatchBytesMax;
    const { type, tenantId, leaseToken } = job.value;
    const stream = isRoomLeft ? jobStreams.pick(type, tenantId, Boolean(leaseToken)) : undefined;
    if (stream === undefined) write.effect({ kind: 'jobsAvailable', jobType: type });
    else pushedBytes += pushJob(processing, key, job, stream);
  }
}

/** @returns how many bytes of jobs that is. */
function pushJob(processing: Processing, key: Key, job: Job, stream: JobStream): number {
  const deadline = processing.now + stream.timeoutMs;
  const activationKey = processing.keys.next();
  const activated = activatedJob(processing, key, job, {
    worker: stream.worker,
    fetchVariables: stream.fetchVariables,
    deadline,
    leaseToken: leaseTokenOf(activationKey, stream),
  });
  const bytes = jobBytes(activated);
  if (bytes > processing.limits.jobBatchBytesMax) {
    raiseTooLarge(processing, { key, job });
    return bytes;
  }
  processing.write.event(ValueType.JOB_BATCH, JobBatchIntent.ACTIVATED, activationKey, {
    type: job.value.type,
    worker: stream.worker,
    timeout: stream.timeoutMs,
    maxJobsToActivate: 1,
    fetchVariables: stream.fetchVariables,
    tenantIds: [job.value.tenantId],
    jobKeys: [key],
    jobInstanceKeys: [job.value.processInstanceKey],
    deadline,
    truncated: false,
    withLease: stream.withLease,
  });
  processing.write.effect({ kind: 'push', streamId: stream.id, job: activated });
  return bytes;
}

function jobBytes({ variables, customHeaders, userTask }: ActivatedJob): number {
  let bytes = JOB_ENVELOPE_BYTES + utf8Length(variables);
  for (const name in customHeaders) bytes += utf8Length(name) + utf8Length(customHeaders[name] ?? '');
  if (userTask === undefined) return bytes;
  // Candidates come from expressions, so there may be any number of them.
  for (const name of userTask.candidateUsers) bytes += utf8Length(name);
  for (const name of userTask.candidateGroups) bytes += utf8Length(name);
  return bytes;
}

function activatedJob(
  processing: Processing,
  jobKey: Key,
  { value }: Job,
  options: {
    readonly worker: string;
    readonly deadline: number;
    readonly fetchVariables: readonly string[];
    readonly leaseToken: string;
  },
): ActivatedJob {
  const { state } = processing;
  const instance = state.elementInstances.get(value.elementInstanceKey);
  const metadata = state.processInstanceMetadata.get(value.processInstanceKey);
  const userTask = listenedUserTask(processing, value);
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
    variables: listenedDocument(processing, value, userTask, options.fetchVariables),
    kind: value.kind,
    listenerEventType: value.listenerEventType,
    userTask: userTask && activatedUserTask(userTask, value.changedAttributes),
    tags: metadata?.tags ?? [],
    businessId: metadata?.businessId ?? '',
    priority: value.priority,
    leaseToken: options.leaseToken,
    tenantId: value.tenantId,
  };
}
