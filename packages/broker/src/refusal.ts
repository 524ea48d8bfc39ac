import { LogAppendError, type LogAppendErrorCode } from '@waggle/engine';
import type { PartitionErrorCode } from '@waggle/protocol';

export interface Refusal {
  readonly code: PartitionErrorCode;
  readonly message: string;
}

const refusalsByCode: Readonly<Record<LogAppendErrorCode, Refusal>> = {
  LEADERSHIP_LOST: {
    code: 'PARTITION_UNAVAILABLE',
    message: 'Expected to lead the partition, but another broker took over; nothing happened, send the command again',
  },
  DISK_FULL: {
    code: 'RESOURCE_EXHAUSTED',
    message:
      'Expected room for the log, but the disk is full; nothing happened. Free space in the data folder, the partition then goes on by itself',
  },
  IO: {
    code: 'ABORTED',
    message:
      "Expected the log to be written, but the device failed; the command may or may not take effect. See the broker's log",
  },
  CLOSED: {
    code: 'PARTITION_UNAVAILABLE',
    message: 'Expected the log to be open, but it is closed; nothing happened',
  },
};

/** What a client is told when its command was not made durable because of `error`. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof LogAppendError) return refusalsByCode[error.code];
  return {
    code: 'ABORTED',
    message:
      "Expected to process the command, but the partition failed; the command may or may not take effect. See the broker's log",
  };
}

export const stopping: Refusal = {
  code: 'PARTITION_UNAVAILABLE',
  message: 'Expected the partition to process the command, but it is stopping; nothing happened',
};

export const stoppedInFlight: Refusal = {
  code: 'ABORTED',
  message: 'Expected the command to become durable, but the partition stopped before; it may or may not take effect',
};
