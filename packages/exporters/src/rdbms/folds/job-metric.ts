import { JobIntent, type RecordOf, type ValueType } from '@waggle/protocol';
import { JOB_METRIC_INTERVAL_MS, JOB_METRIC_NAME_LENGTH_MAX } from '@waggle/secondary-storage';
import type { FoldContext } from '../fold.ts';
import { keyText } from '../key-text.ts';

/** Counts what statistics of jobs show: what is created, completed and failed, in the minute it happens. */
export function countJob({ intent, timestamp, value }: RecordOf<typeof ValueType.JOB>, { changes }: FoldContext): void {
  const isCreated = intent === JobIntent.CREATED;
  const isCompleted = intent === JobIntent.COMPLETED;
  const isFailed = intent === JobIntent.FAILED;
  if (!isCreated && !isCompleted && !isFailed) return;
  changes.accumulate('job_metric', {
    start_time: timestamp - (timestamp % JOB_METRIC_INTERVAL_MS),
    job_type: keyText(value.type, JOB_METRIC_NAME_LENGTH_MAX),
    worker: keyText(value.worker, JOB_METRIC_NAME_LENGTH_MAX),
    tenant_id: value.tenantId,
    created_count: Number(isCreated),
    completed_count: Number(isCompleted),
    failed_count: Number(isFailed),
    last_created_at: isCreated ? timestamp : 0,
    last_completed_at: isCompleted ? timestamp : 0,
    last_failed_at: isFailed ? timestamp : 0,
  });
}
