import { type LogRecord, recordJson } from '@waggle/protocol';

/** A record as exporters see it. */
export class RecordView {
  readonly partitionId: number;
  readonly record: LogRecord;
  #json: string | undefined;

  constructor(partitionId: number, record: LogRecord) {
    this.partitionId = partitionId;
    this.record = record;
  }

  /** See {@link recordJson}. */
  toJson(): string {
    this.#json ??= recordJson(this.partitionId, this.record);
    return this.#json;
  }
}
