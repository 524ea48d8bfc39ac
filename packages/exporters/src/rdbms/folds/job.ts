import {
  JobIntent,
  type JobValue,
  jobKindName,
  jobListenerEventTypeName,
  type RecordOf,
  type ValueType,
} from '@waggle/protocol';
import type { RowOf } from '@waggle/secondary-storage';
import { shownTime } from '../date-time-ms.ts';
import type { Fold } from '../fold.ts';
import { countJob } from './job-metric.ts';

type JobRecord = RecordOf<typeof ValueType.JOB>;

export const foldJob: Fold<typeof ValueType.JOB> = (record, context) => {
  const { intent, key, timestamp, value } = record;
  countJob(record, context);
  if (intent === JobIntent.CREATED) {
    context.changes.insert('job', {
      job_key: key,
      type: value.type,
      worker: value.worker,
      state: 'CREATED',
      kind: jobKindName(value.kind),
      listener_event_type: jobListenerEventTypeName(value.listenerEventType),
      retries: value.retries,
      priority: value.priority,
      deadline: null,
      error_code: null,
      error_message: null,
      has_failed_with_retries_left: false,
      is_denied: null,
      denied_reason: null,
      custom_headers: JSON.stringify(value.customHeaders),
      element_id: value.elementId,
      element_instance_key: value.elementInstanceKey,
      process_instance_key: value.processInstanceKey,
      creation_time: timestamp,
      last_update_time: timestamp,
      end_time: null,
      partition_id: context.partitionId,
    });
    return;
  }
  context.changes.update(
    'job',
    { job_key: key },
    { ...current(value), last_update_time: timestamp, ...changed(record) },
  );
};

/** What every event tells of a job. */
function current(value: JobValue) {
  return {
    worker: value.worker,
    retries: value.retries,
    priority: value.priority,
    deadline: value.deadline < 0 ? null : shownTime(value.deadline),
    error_code: textOrNull(value.errorCode),
    error_message: textOrNull(value.errorMessage),
  };
}

function changed({ intent, timestamp, value }: JobRecord): Partial<RowOf<'job'>> {
  switch (intent) {
    case JobIntent.COMPLETED: {
      const end = { state: 'COMPLETED', end_time: timestamp };
      const { result } = value;
      if (result?.type !== 'userTask') return end;
      return { ...end, is_denied: result.isDenied, denied_reason: textOrNull(result.deniedReason) };
    }
    case JobIntent.CANCELED:
      return { state: 'CANCELED', end_time: timestamp };
    case JobIntent.FAILED:
      return { state: 'FAILED', has_failed_with_retries_left: value.retries > 0 };
    case JobIntent.ERROR_THROWN:
      return { state: 'ERROR_THROWN', has_failed_with_retries_left: value.retries > 0 };
    case JobIntent.MIGRATED:
      return { state: 'MIGRATED', element_id: value.elementId };
    default: {
      const state = statesByIntent.get(intent);
      return state === undefined ? {} : { state };
    }
  }
}

const statesByIntent: ReadonlyMap<number, string> = new Map([
  [JobIntent.TIMED_OUT, 'TIMED_OUT'],
  [JobIntent.RETRIES_UPDATED, 'RETRIES_UPDATED'],
  [JobIntent.TIMEOUT_UPDATED, 'TIMEOUT_UPDATED'],
  [JobIntent.PRIORITY_UPDATED, 'PRIORITY_UPDATED'],
]);

function textOrNull(text: string): string | null {
  return text === '' ? null : text;
}
