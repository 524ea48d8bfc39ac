import { type ActivatedJob, JobIntent, type PartitionPort, partitionIdOf } from '@waggle/protocol';
import { jobCommand } from './operations/job-command.ts';

/**
 * Returns activated jobs that never reached a worker, so that others get them at once, retries unchanged. Resolves
 * when every partition has answered; never rejects.
 */
export async function giveBackJobs(port: PartitionPort, jobs: readonly ActivatedJob[]): Promise<void> {
  await Promise.allSettled(
    // Failures are of no consequence: a job that is refused is no longer ours, and one whose partition cannot be
    // reached comes back by its time-out.
    jobs.map((job) => port.send(partitionIdOf(job.jobKey), jobCommand(JobIntent.YIELD, job.jobKey, {}))),
  );
}
