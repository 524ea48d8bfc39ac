import { type ActivatedJob, type Command, JobIntent, jobCommandValue, NO_KEY, ValueType } from '@waggle/protocol';

/** Gives a job back that was activated for somebody who cannot take it; its retries stay as they are. */
export function yieldCommand(job: ActivatedJob): Command<typeof ValueType.JOB> {
  return {
    valueType: ValueType.JOB,
    intent: JobIntent.YIELD,
    key: job.jobKey,
    value: jobCommandValue({ type: job.type, tenantId: job.tenantId }),
    requestStreamId: -1,
    requestId: -1,
    operationReference: NO_KEY,
  };
}
