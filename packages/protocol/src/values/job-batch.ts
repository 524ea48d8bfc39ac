import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** A request for jobs, and in ACTIVATED the keys that were given out. Their content travels in the response, not in the log. */
export interface JobBatchValue {
  readonly type: string;
  readonly worker: string;
  /** Ms the jobs belong to the worker. */
  readonly timeout: number;
  readonly maxJobsToActivate: number;
  /** Names of variables to hand out; empty = all visible ones. */
  readonly fetchVariables: readonly string[];
  readonly tenantIds: readonly string[];
  readonly jobKeys: readonly Key[];
  /** Whose the given jobs are, place by place, so that an instance's history tells of them. Absent in older logs. */
  readonly jobInstanceKeys: readonly Key[];
  /** Epoch ms until which the given jobs belong to the worker; -1 in the command. */
  readonly deadline: number;
  /** More jobs are waiting that did not fit the size limit. */
  readonly truncated: boolean;
  /** Only this activation may complete its jobs, by their lease tokens. */
  readonly withLease: boolean;
}

export const jobBatchCodec: ValueCodec<JobBatchValue> = {
  write(writer, value) {
    writer.arrayHeader(11);
    writer.text(value.type);
    writer.text(value.worker);
    writer.integer(value.timeout);
    writer.integer(value.maxJobsToActivate);
    writer.texts(value.fetchVariables);
    writer.texts(value.tenantIds);
    writer.keys(value.jobKeys);
    writer.integer(value.deadline);
    writer.boolean(value.truncated);
    writer.boolean(value.withLease);
    writer.keys(value.jobInstanceKeys);
  },
  read(reader, fields) {
    return {
      type: reader.text(),
      worker: reader.text(),
      timeout: reader.integer(),
      maxJobsToActivate: reader.integer(),
      fetchVariables: reader.texts(),
      tenantIds: reader.texts(),
      jobKeys: reader.keys(),
      deadline: reader.integer(),
      truncated: reader.boolean(),
      withLease: fields > 9 && reader.boolean(),
      jobInstanceKeys: fields > 10 ? reader.keys() : [],
    };
  },
};
