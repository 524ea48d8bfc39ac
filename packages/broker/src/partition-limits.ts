import { MESSAGE_BYTES_MAX } from '@waggle/protocol';

const MEBIBYTE = 1024 * 1024;

/** What bounds one partition. Each field names its unit; the defaults below give the reasons. */
export interface PartitionLimits {
  readonly batchCommandsMax: number;
  readonly batchBytesMax: number;
  readonly turnMs: number;
  readonly appendsInFlightMax: number;
  readonly backlogBatchBytesMax: number;
  readonly backlogAppendsInFlightMax: number;
  readonly queueCommandsMax: number;
  readonly queueBytesMax: number;
  readonly internalQueueCommandsMax: number;
  readonly commandBytesMax: number;
  readonly dueCommandsMax: number;
  readonly alarmWaitMaxMs: number;
  readonly retryIntervalMs: number;
  readonly checkpointIntervalMs: number;
  readonly checkpointLogBytes: number;
  readonly streamJobsInFlightMax: number;
  readonly drainMs: number;
  readonly reopenIntervalMs: number;
}

export const defaultPartitionLimits: PartitionLimits = {
  /** Commands share one flush; beyond some hundred the flush's share is below a microsecond and only latency grows. */
  batchCommandsMax: 256,
  /** Keeps a batch well under what a log or a network message takes, with room for one large command's records. */
  batchBytesMax: MEBIBYTE,
  /** Time of processing before sockets and timers of the same thread get their turn. */
  turnMs: 5,
  /** Full batches that may wait for the disk at once: enough to keep it busy, few enough to undo. */
  appendsInFlightMax: 4,
  /**
   * A batch with work of the backlog goes at this size, and no more of it is begun while as many batches wait for the
   * disk. Nobody waits for that work, and everybody else's answers wait behind it: so little of it is on its way to the
   * disk at once, but enough to keep the disk busy while more is worked out.
   */
  backlogBatchBytesMax: 256 * 1024,
  backlogAppendsInFlightMax: 2,
  /** The limiter refuses long before; this bounds what it must not refuse. */
  queueCommandsMax: 10_000,
  /** Sixteen commands of the largest size. */
  queueBytesMax: 16 * MESSAGE_BYTES_MAX,
  /** From other partitions; what is dropped is sent again by the retries. */
  internalQueueCommandsMax: 10_000,
  commandBytesMax: MESSAGE_BYTES_MAX,
  /** Due commands collected at once: they are held in memory while others take their turn. */
  dueCommandsMax: 64,
  /** The machine's clock may jump, which no timer notices: look again at least this often. */
  alarmWaitMaxMs: 1_000,
  /** How often the engine is asked for inter-partition commands that nobody acknowledged. */
  retryIntervalMs: 10_000,
  /** Bounds how much log a restart folds: at 500,000 records a second a minute of full load takes some seconds. */
  checkpointIntervalMs: 60_000,
  // Little enough that a start after a crash folds for a second at most, and that writing is spread out evenly.
  checkpointLogBytes: 32 * MEBIBYTE,
  /** Jobs on their way to one stream before others, or polling clients, get them. */
  streamJobsInFlightMax: 256,
  /** How long an orderly stop waits for accepted commands. */
  drainMs: 10_000,
  /** How often a partition that ran out of disk tries again. */
  reopenIntervalMs: 1_000,
};
