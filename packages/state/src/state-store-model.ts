import type { StateEntry, StateStore } from '@waggle/engine';

/** Every table the random tests use: each kind of key where it can stand. */
export const ROW_TABLES = { ids: 'bigint', names: 'text' } as const;
export const GROUP_TABLES = {
  children: ['bigint', 'bigint'],
  variables: ['bigint', 'text'],
  jobs: ['text', 'bigint'],
  subscriptions: ['text', 'text'],
} as const;

export type RowTableName = keyof typeof ROW_TABLES;
export type GroupTableName = keyof typeof GROUP_TABLES;

type Path = readonly (bigint | string | number)[];

/**
 * What a store should hold, in the simplest form: one Map from the text of a key to the entry. Copies of it are its
 * marks and checkpoints.
 */
export class StateModel {
  #entries: Map<string, StateEntry>;

  constructor(entries: Map<string, StateEntry> = new Map()) {
    this.#entries = entries;
  }

  copy(): StateModel {
    return new StateModel(new Map(this.#entries));
  }

  put(table: string, path: Path, row: unknown): void {
    this.#entries.set(textOf(table, path), [table, ...path, row]);
  }

  delete(table: string, path: Path): void {
    this.#entries.delete(textOf(table, path));
  }

  get(table: string, path: Path): unknown {
    return this.#entries.get(textOf(table, path))?.at(-1);
  }

  members(table: string, group: bigint | string): StateEntry[] {
    return this.dump().filter((entry) => entry[0] === table && entry[1] === group);
  }

  dump(): StateEntry[] {
    return [...this.#entries.values()].sort(compareEntries);
  }
}

function textOf(table: string, path: Path): string {
  return JSON.stringify([table, ...path.map((part) => `${typeof part}${part}`)]);
}

function compareEntries(left: StateEntry, right: StateEntry): number {
  for (let part = 0; part < left.length - 1; part++) {
    const a = left[part] as bigint;
    const b = right[part] as bigint;
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}

/** Reads a store through every door it has, which must all tell what the model tells. @returns the first difference. */
export function differenceOf(store: StateStore, model: StateModel, behind: bigint): string | undefined {
  const expected = model.dump();
  const actual = [...store.dump()];
  if (text(expected) !== text(actual)) return `dump: expected ${text(expected)}, got ${text(actual)}`;
  for (const entry of expected) {
    const [table, first, second] = entry;
    const row = entry.at(-1);
    if (table in ROW_TABLES && text(store.table(table).get(first as bigint)) !== text(row)) return `get ${text(entry)}`;
    if (!(table in GROUP_TABLES)) continue;
    const grouped = store.groupedTable<bigint, bigint, unknown>(table);
    if (text(grouped.get(first as bigint, second as bigint)) !== text(row)) return `get ${text(entry)}`;
    if (grouped.isEmpty(first as bigint)) return `isEmpty ${text(entry)}`;
  }
  return groupDifference(store, model, behind);
}

function groupDifference(store: StateStore, model: StateModel, behind: bigint): string | undefined {
  for (const [table, [groupKind, memberKind]] of Object.entries(GROUP_TABLES)) {
    for (let group = 0n; group < 4n; group++) {
      const groupKey = groupKind === 'text' ? `g${group}` : group;
      const after = memberKind === 'text' ? `m${behind}` : behind;
      const expected = model.members(table, groupKey);
      const grouped = store.groupedTable<bigint | string, bigint | string, unknown>(table);
      for (const start of [undefined, after]) {
        const actual: StateEntry[] = [];
        grouped.forEach(groupKey, (member, row) => actual.push([table, groupKey, member, row]), start);
        const wanted = expected.filter((entry) => start === undefined || (entry[2] as bigint) > (start as bigint));
        if (text(wanted) !== text(actual)) {
          return `forEach ${table} ${groupKey} after ${start}: expected ${text(wanted)}, got ${text(actual)}`;
        }
      }
      if (grouped.isEmpty(groupKey) !== (expected.length === 0)) return `isEmpty ${table} ${groupKey}`;
    }
  }
  return undefined;
}

function text(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}n` : part)) ?? 'undefined';
}
