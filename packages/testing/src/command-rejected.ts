import { type LogRecord, rejectionTypeName, valueTypeName } from '@waggle/protocol';

/** The engine refused what the test asked for. */
export class CommandRejected extends Error {
  override readonly name = 'CommandRejected';
  /** `NOT_FOUND`, `INVALID_STATE`, `INVALID_ARGUMENT`, `ALREADY_EXISTS`, … */
  readonly type: string;
  readonly reason: string;

  constructor(record: LogRecord) {
    const type = rejectionTypeName(record.rejectionType);
    super(`${valueTypeName(record.valueType)} was refused with ${type}: ${record.rejectionReason}`);
    this.type = type;
    this.reason = record.rejectionReason;
  }
}
