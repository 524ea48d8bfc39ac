import {
  type CommandRequest,
  type CommandResponse,
  JobBatchIntent,
  NO_KEY,
  type PartitionPort,
  RecordType,
  ValueType,
} from '@waggle/protocol';
import { CommandFailedError, rejectionError, toCommandError } from './command-failure.ts';
import { giveBackJobs } from './give-back-jobs.ts';
import type { JobActivation, JobActivationClient } from './job-activation.ts';

type JobBatch = typeof ValueType.JOB_BATCH;

/**
 * Batches taken from one partition in a row while it says that more jobs wait. Each batch either fills the request
 * or a message, so the limit is only reached when most jobs are near the message size; the rest can wait a turn.
 */
const BATCHES_PER_PARTITION_MAX = 100;

/**
 * Asks each partition once around for jobs until the request is full.
 * @returns how many jobs the client took.
 * @throws {CommandFailedError} a partition refused the request; or there were no jobs and a partition was too busy
 *   to say so, or none could be reached.
 */
export async function pollJobs(
  port: PartitionPort,
  firstPartition: number,
  activation: JobActivation,
  client: JobActivationClient,
): Promise<number> {
  const partitionIds = port.partitionIds;
  const failures: CommandFailedError[] = [];
  let taken = 0;
  for (let turn = 0; turn < partitionIds.length; turn++) {
    const partitionId = partitionIds[(firstPartition + turn) % partitionIds.length]!;
    for (let batch = 0; batch < BATCHES_PER_PARTITION_MAX; batch++) {
      if (client.signal.aborted || taken >= activation.maxJobs) return taken;
      let response: CommandResponse;
      try {
        response = await port.send(partitionId, activateCommand(activation, activation.maxJobs - taken));
      } catch (error) {
        const failed = toCommandError(error);
        if (!(failed instanceof CommandFailedError)) throw failed;
        failures.push(failed);
        break;
      }
      if (response.record.recordType === RecordType.COMMAND_REJECTION) throw rejectionError(response.record);
      if (client.signal.aborted) {
        await giveBackJobs(port, response.jobs);
        return taken;
      }
      if (response.jobs.length > 0) await client.take(response.jobs);
      taken += response.jobs.length;
      if (!isTruncated(response)) break;
    }
  }
  // With jobs in hand the request succeeded: what a busy partition still has, the worker's next request finds.
  if (taken === 0) throwIfUnanswered(failures, partitionIds.length, activation.type);
  return taken;
}

function throwIfUnanswered(failures: readonly CommandFailedError[], partitionCount: number, jobType: string): void {
  const isExhausted = failures.some(
    ({ failure }) => failure.kind === 'partition' && failure.code === 'RESOURCE_EXHAUSTED',
  );
  if (isExhausted) {
    throw new CommandFailedError(
      {
        kind: 'partition',
        code: 'RESOURCE_EXHAUSTED',
        message:
          `Expected to activate jobs of type '${jobType}', but none are available and at least one partition is ` +
          'too busy to look for them. Try again later, with fewer requests at a time.',
        attempts: [],
      },
      { cause: failures[0] },
    );
  }
  // A partition that is away for a moment is no reason to fail while others answer "no jobs": the request waits.
  const last = failures.at(-1);
  if (last !== undefined && failures.length === partitionCount) throw last;
}

function isTruncated(response: CommandResponse): boolean {
  const { record } = response;
  return record.valueType === ValueType.JOB_BATCH && 'truncated' in record.value && record.value.truncated;
}

function activateCommand(activation: JobActivation, maxJobsToActivate: number): CommandRequest<JobBatch> {
  return {
    valueType: ValueType.JOB_BATCH,
    intent: JobBatchIntent.ACTIVATE,
    key: NO_KEY,
    value: {
      type: activation.type,
      worker: activation.worker,
      timeout: activation.timeoutMs,
      maxJobsToActivate,
      fetchVariables: activation.fetchVariables,
      tenantIds: activation.tenantIds,
      jobKeys: [],
      jobInstanceKeys: [],
      deadline: -1,
      truncated: false,
      withLease: activation.withLease,
    },
  };
}
