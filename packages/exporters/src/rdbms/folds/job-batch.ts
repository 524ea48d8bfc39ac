import { JobBatchIntent, type ValueType } from '@waggle/protocol';
import { shownTime } from '../date-time-ms.ts';
import type { Fold } from '../fold.ts';

/** Jobs show who works on them and until when; their state stays, as in Camunda. */
export const foldJobBatch: Fold<typeof ValueType.JOB_BATCH> = ({ intent, value }, { changes }) => {
  if (intent !== JobBatchIntent.ACTIVATED) return;
  const { worker } = value;
  const deadline = shownTime(value.deadline);
  for (const jobKey of value.jobKeys) changes.update('job', { job_key: jobKey }, { worker, deadline });
};
