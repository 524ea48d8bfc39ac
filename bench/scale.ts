/** How long and how often things are measured. */
export interface Scale {
  /** Measured repetitions of each line; the table shows their median. */
  readonly repetitions: number;
  /** Under load before the first repetition: compilers, caches, connections. */
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** Rows of the LMDB line, in transactions of a thousand. */
  readonly lmdbRows: number;
  readonly fdatasyncs: number;
  /** Instances waiting for a worker, for the heap and the checkpoint. */
  readonly waitingInstances: number;
  /** Instances on one partition, for the rate at which more come and for the start. */
  readonly liveInstances: number;
  /** Completed instances in the log that is folded; each has about 34 records. */
  readonly replayInstances: number;
  /** Items of a large loop, and calls nested in each other. */
  readonly loopItems: number;
  readonly nestedCalls: number;
  /** Instances that a search looks for right behind their creation. */
  readonly visibleInstances: number;
  /** Starts of the server, cold and with data each. */
  readonly starts: number;
  /** Tells how many commands share a flush; reading the server's counters takes seconds. */
  readonly countsFlushes: boolean;
  /** Says whether targets are met; cold code says nothing about that. */
  readonly judgesTargets: boolean;
}

/** About five minutes. */
export const fullScale: Scale = {
  repetitions: 3,
  warmUpMs: 3_000,
  measureMs: 3_000,
  lmdbRows: 100_000,
  fdatasyncs: 2_000,
  waitingInstances: 100_000,
  liveInstances: 1_000_000,
  replayInstances: 40_000,
  loopItems: 100_000,
  nestedCalls: 2_000,
  visibleInstances: 500,
  starts: 5,
  countsFlushes: true,
  judgesTargets: true,
};

/** Shows that every line comes out; its figures say little. */
export const quickScale: Scale = {
  repetitions: 1,
  warmUpMs: 150,
  measureMs: 250,
  lmdbRows: 5_000,
  fdatasyncs: 100,
  waitingInstances: 3_000,
  liveInstances: 10_000,
  replayInstances: 1_000,
  loopItems: 2_000,
  nestedCalls: 100,
  visibleInstances: 20,
  starts: 1,
  countsFlushes: false,
  judgesTargets: false,
};
