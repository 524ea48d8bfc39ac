import { MESSAGE_BYTES_MAX } from '@waggle/protocol';

/** Budgets of one partition's engine. */
export interface EngineLimits {
  /** Follow-up commands processed with one command; the rest waits for a later batch so that others get their turn. */
  readonly followUpCommandsMax: number;
  /** Bytes of records one command with its follow-ups may reach before the rest waits. */
  readonly commandBytesSoftMax: number;
  /** Bytes of records a single step may write; more raises an incident or a rejection. */
  readonly stepBytesMax: number;
  /** Bytes of jobs in one activation answer; the rest is left for the next request. */
  readonly jobBatchBytesMax: number;
  /** Children terminated per step; the rest follows in further steps. */
  readonly terminateChunkMax: number;
  /** Inner instances of a loop asked for per step; the rest follows in further steps, so that a long loop never waits as a long queue. */
  readonly activateChunkMax: number;
  /** Characters of the list that a loop collects: a longer one could be sent to nobody. */
  readonly outputCollectionLengthMax: number;
  /** Subscribers that a signal reaches per step; the rest follows in further steps. */
  readonly signalChunkMax: number;
  /** Compensation handlers started per step; the rest follows when these have ended. */
  readonly compensationChunkMax: number;
  /** Elements, timers or commands of an instance that a step suspends or resumes; the rest follows in further steps. */
  readonly suspendChunkMax: number;
  /** Requests to other partitions repeated at one look, every ten seconds; after an outage of another there may be any number. */
  readonly retriesMax: number;
  /** Calls nested in each other; deeper ones are taken for endless recursion. */
  readonly callDepthMax: number;
}

export const defaultEngineLimits: EngineLimits = {
  followUpCommandsMax: 100,
  commandBytesSoftMax: 1024 * 1024,
  // A step repeats its payload: in the command, its event, the trigger and the variables.
  stepBytesMax: 4 * MESSAGE_BYTES_MAX,
  // 8 KB are left for the envelope, as in Camunda.
  jobBatchBytesMax: MESSAGE_BYTES_MAX - 8 * 1024,
  terminateChunkMax: 200,
  activateChunkMax: 100,
  outputCollectionLengthMax: MESSAGE_BYTES_MAX,
  signalChunkMax: 100,
  compensationChunkMax: 100,
  suspendChunkMax: 100,
  retriesMax: 10_000,
  callDepthMax: 3000,
};
