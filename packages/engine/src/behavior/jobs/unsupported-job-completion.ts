import type { JobCompletion } from './job-completion.ts';

/** Jobs of this kind are never created. */
export const unsupportedJobCompletion: JobCompletion = {
  completed(_processing, instance, job) {
    throw new Error(
      `Expected a job kind that is supported, but the job of element ${instance.key} has kind ${job.kind}`,
    );
  },
};
