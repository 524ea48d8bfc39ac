import type { ActivatedJob, Command, LogRecord } from '@waggle/protocol';

/** What the outside must do once the batch that caused it is durable. May be lost or repeated at a failure. */
export type Effect = ResponseEffect | SendEffect | PushEffect | JobsAvailableEffect;

/** The one answer to a client's command. */
export interface ResponseEffect {
  readonly kind: 'response';
  readonly requestStreamId: number;
  readonly requestId: number;
  readonly record: LogRecord;
  readonly jobs: readonly ActivatedJob[];
}

/** A command for another partition; delivered at least once, so receivers are idempotent. */
export interface SendEffect {
  readonly kind: 'send';
  readonly partitionId: number;
  readonly command: Command;
}

/** A job for a stream. When the stream is gone or full the broker answers with JOB YIELD. */
export interface PushEffect {
  readonly kind: 'push';
  readonly streamId: number;
  readonly job: ActivatedJob;
}

/** Jobs of a type became activatable and no stream took them. */
export interface JobsAvailableEffect {
  readonly kind: 'jobsAvailable';
  readonly jobType: string;
}
