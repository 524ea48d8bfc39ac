/**
 * What a broker and the thread of a partition tell each other. Frequent things travel in frames (see FrameWriter),
 * the rest as plain objects.
 */
import type { EngineLimits } from '@waggle/engine';
import type { ExportingMode, GlobalListenerDescription } from '@waggle/protocol';
import type { ExporterDefinition } from './exporter.ts';
import type { RegisteredStream } from './job-stream-registry.ts';
import type { MetricSample } from './metric.ts';
import type { PartitionLimits } from './partition-limits.ts';
import type { PartitionExporting, PartitionStatus } from './partition-link.ts';
import type { ConnectedFeed } from './record-feed.ts';
import type { RequestLimiterOptions } from './request-limiter.ts';

/** Handed to the thread when it starts. */
export interface WorkerStart {
  readonly partitionId: number;
  readonly partitionCount: number;
  /** `undefined` = in memory. */
  readonly folder: string | undefined;
  readonly limits: PartitionLimits;
  readonly limiter: Partial<RequestLimiterOptions> | false;
  readonly engineLimits: Partial<EngineLimits> | undefined;
  readonly hasUniqueBusinessIds: boolean;
  /** `undefined` on all partitions but the first. */
  readonly globalListeners: readonly GlobalListenerDescription[] | undefined;
  readonly exporters: readonly ExporterDefinition[];
  readonly feeds: readonly ConnectedFeed[];
  readonly requestStreamId: number;
  readonly logLevel: string;
  readonly streams: readonly RegisteredStream[];
  readonly isDiskAvailable: boolean;
  readonly exportingMode: ExportingMode;
}

export type ToWorker =
  | { readonly kind: 'frame'; readonly frame: Uint8Array }
  | { readonly kind: 'openStream'; readonly stream: RegisteredStream }
  | { readonly kind: 'closeStream'; readonly id: number }
  | { readonly kind: 'setStreamReady'; readonly id: number; readonly isReady: boolean }
  | { readonly kind: 'setDiskAvailable'; readonly isAvailable: boolean }
  | { readonly kind: 'setExporting'; readonly mode: ExportingMode }
  | { readonly kind: 'connectFeed'; readonly feed: ConnectedFeed }
  | { readonly kind: 'setLogLevel'; readonly level: string }
  /** Asks for an answer with the same id. */
  | { readonly kind: 'request'; readonly id: number; readonly request: WorkerRequest }
  | { readonly kind: 'close' };

/** What a partition in a thread can be asked, and what it answers. */
export interface WorkerAnswers {
  readonly checkpoint: undefined;
  readonly exporting: PartitionExporting;
}

export type WorkerRequest = keyof WorkerAnswers;

export type FromWorker =
  | {
      readonly kind: 'frame';
      readonly frame: Uint8Array;
      /** Client commands taken off the channel since the last frame, and their bytes. */
      readonly consumed: number;
      readonly consumedBytes: number;
    }
  | { readonly kind: 'started' }
  | { readonly kind: 'startFailed'; readonly error: SentError }
  | { readonly kind: 'status'; readonly status: PartitionStatus }
  | { readonly kind: 'metrics'; readonly samples: readonly MetricSample[] }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly error: SentError }
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'closed'; readonly error?: SentError };

/** An error on its way to another thread; classes do not survive that, names and codes do. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
}

export function sentError(error: unknown): SentError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const stack = error.stack === undefined ? {} : { stack: error.stack };
  return { name: error.name, message: error.message, ...code, ...stack };
}

export function receivedError({ name, message, code, stack }: SentError): Error {
  return Object.assign(new Error(message), { name, ...(code && { code }), ...(stack && { stack }) });
}
