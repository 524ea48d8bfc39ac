import type { PushEffect, ResponseEffect, SendEffect } from '@waggle/engine';
import type { PartitionErrorCode } from '@waggle/protocol';

/** Where a partition's durable results go. Every accepted or refused client command gets one `respond` or `refuse`. */
export interface PartitionOutput {
  respond(response: ResponseEffect): void;
  refuse(requestId: number, code: PartitionErrorCode, message: string): void;
  /** The receiver acknowledges each pushed job, whether it took it or gave it back. */
  push(push: PushEffect): void;
  send(send: SendEffect): void;
  jobsAvailable(jobType: string): void;
}
