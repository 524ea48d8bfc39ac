/**
 * Where a partition keeps its state: typed tables of live objects, changed only by appliers.
 *
 * 1. Rows are plain immutable data (null, boolean, number, bigint, string, Uint8Array, arrays and objects of these). A
 *    change puts a new row; the one handed out before stays as it was. So undoing is putting the old row back, and a
 *    checkpoint can write rows while processing goes on.
 * 2. Every change since the oldest unreleased mark can be undone, whether a command failed half-way or a batch was not
 *    made durable.
 * 3. Reads see all changes at once, durable or not.
 * 4. Opening a store gives the state of its last checkpoint; the engine folds the log from there.
 */
export interface StateStore {
  /** Rows by one key. */
  table<RowKey extends StateKey, Row>(name: string): StateTable<RowKey, Row>;
  /** Rows by group and member, members in ascending order: variables of a scope, jobs of a type. */
  groupedTable<Group extends StateKey, Member extends StateKey, Row>(
    name: string,
  ): GroupedStateTable<Group, Member, Row>;
  /** Keys by time: timers, deadlines. */
  schedule(name: string): StateSchedule;

  /** Names the present state, to come back to it. */
  mark(): StateMark;
  /** Undoes every change since the mark. */
  rollBack(mark: StateMark): void;
  /** Changes before the mark can no longer be undone: their batch is durable. */
  release(mark: StateMark): void;

  /** Every row of every table in a fixed order, for comparing states and for tools. */
  dump(): Iterable<StateEntry>;
}

/** Keys compare numerically when bigint or number, by code unit when text. One table uses one kind. */
export type StateKey = bigint | string;

/** Grows with every change; opaque to users. */
export type StateMark = number;

export interface StateTable<RowKey extends StateKey, Row> {
  get(key: RowKey): Row | undefined;
  has(key: RowKey): boolean;
  put(key: RowKey, row: Row): void;
  /** Does nothing when there is no such row. */
  delete(key: RowKey): void;
  /** All rows in ascending key order; reads the disk, so not for the path of a command. The table may change meanwhile only behind the visitor. */
  entries(): Iterable<readonly [RowKey, Row]>;
}

export interface GroupedStateTable<Group extends StateKey, Member extends StateKey, Row> {
  get(group: Group, member: Member): Row | undefined;
  has(group: Group, member: Member): boolean;
  put(group: Group, member: Member, row: Row): void;
  delete(group: Group, member: Member): void;
  isEmpty(group: Group): boolean;
  /**
   * Visits the members of a group in ascending order until the visitor returns `false`.
   * The visitor must not change this group; collect first, then change.
   * @param after starts behind this member.
   */
  forEach(group: Group, visitor: (member: Member, row: Row) => unknown, after?: Member): void;
  /** All rows by group, then member; reads the disk. */
  entries(): Iterable<readonly [Group, Member, Row]>;
}

export interface StateSchedule {
  /** @param time epoch ms. The pair (time, key) is the entry: a key may be scheduled at several times. */
  put(time: number, key: bigint): void;
  delete(time: number, key: bigint): void;
  /** Time of the earliest entry. */
  firstTime(): number | undefined;
  /** Visits entries with `time <= until` in order of time, then key, until the visitor returns `false`. The visitor must not change the schedule. */
  forEachDue(until: number, visitor: (key: bigint, time: number) => unknown): void;
}

export type StateEntry = readonly [table: string, ...keys: readonly (bigint | string | number)[], row: unknown];

/** What the engine needs besides rows to go on from a checkpoint. */
export interface CheckpointMetadata {
  /** Position of the last record folded into the state; 0 for none. */
  readonly position: number;
  /** Counter of the last key given out; 0n for none. */
  readonly keyCounter: bigint;
}

/** A store that survives the process. */
export interface PersistentStateStore extends StateStore {
  /** What the last checkpoint holds; position 0 when there is none. */
  readonly checkpointMetadata: CheckpointMetadata;
  /**
   * Writes everything changed since the last checkpoint together with `metadata` in one transaction. Call it only when
   * no change is undoable (all marks released): the rows as of the call are written, later changes are not. Resolves
   * when durable. Only one runs at a time.
   */
  checkpoint(metadata: CheckpointMetadata): Promise<void>;
  close(): Promise<void>;
}
