import type { LoopResult } from './closed-loop.ts';

/** What a client of the one-task process tells about a load. */
export interface LoadResult extends LoopResult {
  /** Answers that told to come again later. */
  readonly refused: number;
  /** Requests sent, all kinds. */
  readonly requests: number;
}
