/**
 * A state store without a disk: for tests and browsers, so nothing here comes from Node.
 */
import type {
  GroupedStateTable,
  StateEntry,
  StateKey,
  StateMark,
  StateSchedule,
  StateStore,
  StateTable,
} from '@waggle/engine';
import { type NamedTable, TableRegistry } from '../table-registry.ts';
import { UndoJournal } from '../undo-journal.ts';
import { MemoryGroupedTable } from './memory-grouped-table.ts';
import { MemorySchedule } from './memory-schedule.ts';
import { MemoryTable } from './memory-table.ts';

/** An empty store whose state lives and dies with the object. At most 2^24 rows, and as many groups, per table. */
export function createMemoryStateStore(): StateStore {
  return new MemoryStateStore();
}

/** What the store does with its tables, whatever their keys and rows. */
interface DumpableTable extends NamedTable {
  dump(): Iterable<StateEntry>;
}

class MemoryStateStore implements StateStore {
  readonly #journal = new UndoJournal();
  readonly #tables = new TableRegistry<DumpableTable>();

  table<RowKey extends StateKey, Row>(name: string): StateTable<RowKey, Row> {
    return this.#tables.open(name, 'rows', () => new MemoryTable<RowKey, Row>(name, this.#journal));
  }

  groupedTable<Group extends StateKey, Member extends StateKey, Row>(
    name: string,
  ): GroupedStateTable<Group, Member, Row> {
    return this.#tables.open(name, 'groups', () => new MemoryGroupedTable<Group, Member, Row>(name, this.#journal));
  }

  schedule(name: string): StateSchedule {
    return this.#tables.open(name, 'schedule', () => new MemorySchedule(name, this.#journal));
  }

  mark(): StateMark {
    return this.#journal.mark();
  }

  rollBack(mark: StateMark): void {
    this.#journal.rollBack(mark);
  }

  release(mark: StateMark): void {
    this.#journal.release(mark);
  }

  *dump(): Generator<StateEntry> {
    for (const table of this.#tables.inOrder()) yield* table.dump();
  }
}
