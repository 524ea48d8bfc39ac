import { JobIntent, type JobValue, ValueType } from '@waggle/protocol';
import { jobInState } from '../behavior/jobs/job-precondition.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/** A job could not be handed over: others get it, and it costs no retry. */
export const jobYield: Processor<JobValue> = (processing, command) => {
  const job = jobInState(processing, command.key, 'yield', ['ACTIVATED']);
  if (job instanceof Rejection) return processing.write.reject(job.type, job.reason);
  processing.write.respond(processing.write.event(ValueType.JOB, JobIntent.YIELDED, command.key, job.value));
  // Only announced: pushed again at once it might come back from the same blocked stream for ever.
  processing.write.effect({ kind: 'jobsAvailable', jobType: job.value.type });
};
