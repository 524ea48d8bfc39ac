/**
 * The one door between gateways and partitions: in process, over a worker thread, later over the network.
 */
import type { ActivatedJob } from './activated-job.ts';
import type { ExportingMode, ExportingStatus } from './exporting.ts';
import type { Key } from './key.ts';
import type { LogRecord } from './record.ts';
import type { RecordValues } from './record-value.ts';
import type { ValueType } from './value-type.ts';

export interface PartitionPort {
  /** Ids of all partitions, ascending; at least one. */
  readonly partitionIds: readonly number[];

  /**
   * Sends a command and resolves with its one answer, after it is durable.
   * @param options.timeoutMs gives up waiting after this long; the command may still be processed. Default 15 s.
   * @throws {PartitionError} when the partition did not take the command or its answer was lost.
   */
  send<Type extends ValueType>(
    partitionId: number,
    command: CommandRequest<Type>,
    options?: { readonly timeoutMs?: number },
  ): Promise<CommandResponse>;

  /** Tells when jobs of a type became activatable somewhere. @returns stops the notifications. */
  onJobsAvailable(listener: (jobType: string) => void): () => void;

  /** Opens a stream on all partitions. @returns closes it; jobs on their way are given back. */
  openJobStream(request: JobStreamRequest, receiver: JobReceiver): () => void;

  topology(): Topology;

  /** What exporters do now, on all partitions. */
  exporting(): Promise<ExportingStatus>;

  /**
   * Pauses or resumes all exporters; holds across restarts. Resolves when it is kept and every partition was told;
   * `exporting` tells when it holds everywhere.
   * @throws when it cannot be kept; nothing changed then.
   */
  setExporting(mode: ExportingMode): Promise<void>;
}

export interface CommandRequest<Type extends ValueType = ValueType> {
  readonly valueType: Type;
  readonly intent: number;
  /** The entity meant; NO_KEY when the command creates one. */
  readonly key: Key;
  readonly value: RecordValues[Type];
  /** The client's own mark, copied into everything that follows; NO_KEY or absent without. */
  readonly operationReference?: Key;
}

export interface CommandResponse {
  /** The event, or the rejection (`recordType` COMMAND_REJECTION). */
  readonly record: LogRecord;
  /** Content of the jobs named in a JOB_BATCH ACTIVATED event; empty otherwise. */
  readonly jobs: readonly ActivatedJob[];
}

export interface JobStreamRequest {
  readonly type: string;
  readonly worker: string;
  readonly timeoutMs: number;
  /** Empty = all visible variables. */
  readonly fetchVariables: readonly string[];
  readonly tenantIds: readonly string[];
  /** Only this activation may complete, fail or throw from its jobs, by their lease tokens. */
  readonly withLease: boolean;
}

/** Takes a pushed job. `false` when it cannot take it now: the job goes back and others get it. */
export type JobReceiver = (job: ActivatedJob) => boolean;

export type PartitionRole = 'leader' | 'follower' | 'inactive';
export type PartitionHealth = 'healthy' | 'unhealthy' | 'dead';

export interface Topology {
  readonly brokers: readonly {
    readonly nodeId: number;
    readonly host: string;
    readonly port: number;
    readonly version: string;
    readonly partitions: readonly {
      readonly partitionId: number;
      readonly role: PartitionRole;
      readonly health: PartitionHealth;
    }[];
  }[];
  readonly clusterId: string;
  readonly clusterSize: number;
  readonly partitionsCount: number;
  readonly replicationFactor: number;
  readonly gatewayVersion: string;
}

/**
 * RESOURCE_EXHAUSTED: the partition's queue is full, nothing happened, try again. PARTITION_UNAVAILABLE: the partition
 * does not process now, nothing happened. TIMEOUT and ABORTED: the command may or may not take effect.
 * MESSAGE_TOO_LARGE: never accepted. PARTITION_NOT_FOUND: no such partition, the key is not one of ours.
 */
export type PartitionErrorCode =
  | 'RESOURCE_EXHAUSTED'
  | 'PARTITION_UNAVAILABLE'
  | 'PARTITION_NOT_FOUND'
  | 'TIMEOUT'
  | 'ABORTED'
  | 'MESSAGE_TOO_LARGE'
  | 'INTERNAL_ERROR';

export class PartitionError extends Error {
  override readonly name = 'PartitionError';
  readonly code: PartitionErrorCode;

  constructor(code: PartitionErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
