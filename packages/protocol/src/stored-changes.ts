/** What the read side has stored lately, told by those who write it to those who watch. A search made afterwards sees it. */
import type { Key } from './key.ts';
import type { ValueTypeName } from './value-type.ts';

/** What somebody wants to be told of. */
export interface WatchedChanges {
  /** Every change. */
  readonly isEverything: boolean;
  /** Changes of these process instances, each once, whether everything is watched or not. */
  readonly processInstanceKeys: readonly Key[];
}

/** All that changed within a short time. */
export interface StoredChanges {
  /** `undefined` when not everything is watched. */
  readonly everything: StoredChange | undefined;
  /** Of the process instances that are watched and changed: the kinds of records that changed something of them. */
  readonly ofInstances: ReadonlyMap<Key, readonly ValueTypeName[]>;
}

export interface StoredChange {
  /** Kinds of records that changed what searches find, each once. */
  readonly valueTypes: readonly ValueTypeName[];
  /** The process instances they tell of, each once; `undefined` = too many to list. */
  readonly processInstanceKeys: readonly Key[] | undefined;
}
