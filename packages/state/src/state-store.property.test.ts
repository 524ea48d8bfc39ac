import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StateStore } from '@waggle/engine';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { createMemoryStateStore, type LmdbStateStore, openLmdbStateStore } from './index.ts';
import {
  differenceOf,
  GROUP_TABLES,
  type GroupTableName,
  ROW_TABLES,
  type RowTableName,
  StateModel,
} from './state-store-model.ts';

/** About four seconds; set STATE_PROPERTY_RUNS for more. */
const RUNS = 40;
const STEPS_MAX = 120;

/** So few that they meet again and again; every hundredth text is too long for a key of LMDB. */
const smallKey = fc.bigInt({ min: -1n, max: 12n });
const memberKey = fc.oneof(smallKey, fc.bigInt({ min: 0n, max: 400n }), fc.constant((2n << 51n) + 5n));
const group = fc.bigInt({ min: 0n, max: 3n });

type Step =
  | { readonly kind: 'row'; readonly table: RowTableName; readonly key: bigint; readonly row: number | undefined }
  | {
      readonly kind: 'member';
      readonly table: GroupTableName;
      readonly group: bigint;
      readonly member: bigint;
      readonly row: number | undefined;
    }
  | {
      readonly kind: 'many';
      readonly table: GroupTableName;
      readonly group: bigint;
      readonly from: bigint;
      readonly count: number;
      readonly isPut: boolean;
    }
  | { readonly kind: 'timer'; readonly time: number; readonly key: bigint; readonly isPut: boolean }
  | {
      readonly kind: 'mark' | 'rollBack' | 'release' | 'checkpoint' | 'wait' | 'turn' | 'reopen' | 'compare';
      readonly pick: number;
    };

const row = fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined });
const rowTable = fc.constantFrom(...(Object.keys(ROW_TABLES) as RowTableName[]));
const groupTable = fc.constantFrom(...(Object.keys(GROUP_TABLES) as GroupTableName[]));
const plain = (...kinds: Extract<Step, { pick: number }>['kind'][]) =>
  fc.record({ kind: fc.constantFrom(...kinds), pick: fc.nat(50) });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('row' as const), table: rowTable, key: smallKey, row }) },
  {
    weight: 12,
    arbitrary: fc.record({ kind: fc.constant('member' as const), table: groupTable, group, member: memberKey, row }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('many' as const),
      table: groupTable,
      group,
      from: fc.bigInt({ min: 0n, max: 300n }),
      count: fc.integer({ min: 1, max: 200 }),
      isPut: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('timer' as const),
      time: fc.integer({ min: -2, max: 5 }),
      key: smallKey,
      isPut: fc.boolean(),
    }),
  },
  { weight: 5, arbitrary: plain('mark', 'rollBack', 'release') },
  { weight: 6, arbitrary: plain('checkpoint', 'turn', 'wait', 'turn') },
  { weight: 1, arbitrary: plain('reopen') },
  { weight: 3, arbitrary: plain('compare') },
);

interface ModelMark {
  readonly mark: number;
  readonly model: StateModel;
}

/** A store, what it should hold, and what it should hold after a crash. */
class Run {
  readonly #folder: string | undefined;
  readonly #cacheRowsMax: number;
  #store: StateStore;
  #model = new StateModel();
  #saved = new StateModel();
  #marks: ModelMark[] = [];
  #running: Promise<void> | undefined;

  constructor(folder: string | undefined, cacheRowsMax: number) {
    this.#folder = folder;
    this.#cacheRowsMax = cacheRowsMax;
    this.#store = this.#open();
  }

  async take(step: Step): Promise<void> {
    switch (step.kind) {
      case 'row':
        return this.#changeRow(step.table, step.key, step.row);
      case 'member':
        return this.#changeMember(step.table, step.group, step.member, step.row);
      case 'many':
        for (let index = 0n; index < step.count; index++) {
          this.#changeMember(step.table, step.group, step.from + index, step.isPut ? Number(index) : undefined);
        }
        return;
      case 'timer':
        return this.#changeTimer(step.time, step.key, step.isPut);
      case 'mark':
        this.#marks.push({ mark: this.#store.mark(), model: this.#model.copy() });
        return;
      case 'rollBack':
        return this.#rollBack(step.pick);
      case 'release':
        return this.#release(step.pick);
      case 'checkpoint':
        return this.#checkpoint();
      case 'wait':
        return await this.#running;
      case 'turn':
        await new Promise((resolve) => setImmediate(resolve));
        return;
      case 'reopen':
        return await this.#reopen();
      case 'compare':
        return this.#compare(BigInt(step.pick * 8));
    }
  }

  async end(): Promise<void> {
    this.#compare(3n);
    await this.#running;
    this.#compare(40n);
    await this.#reopen();
    this.#compare(100n);
    await this.close();
  }

  async close(): Promise<void> {
    if (this.#folder === undefined) return;
    await (this.#store as LmdbStateStore).close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #open(): StateStore {
    if (this.#folder === undefined) return createMemoryStateStore();
    return openLmdbStateStore({ folder: this.#folder, cacheRowsMax: this.#cacheRowsMax, checkpointSliceMs: 0 });
  }

  #changeRow(table: RowTableName, key: bigint, row: number | undefined): void {
    const rows = this.#store.table<bigint | string, number>(table);
    const path = ROW_TABLES[table] === 'text' ? textKey('k', key) : key;
    if (row === undefined) rows.delete(path);
    else rows.put(path, row);
    this.#changeModel(table, [path], row);
  }

  #changeMember(table: GroupTableName, group: bigint, member: bigint, row: number | undefined): void {
    const rows = this.#store.groupedTable<bigint | string, bigint | string, number>(table);
    const [groupKind, memberKind] = GROUP_TABLES[table];
    const groupKey = groupKind === 'text' ? `g${group}` : group;
    const memberKeyOf = memberKind === 'text' ? textKey('m', member) : member;
    if (row === undefined) rows.delete(groupKey, memberKeyOf);
    else rows.put(groupKey, memberKeyOf, row);
    this.#changeModel(table, [groupKey, memberKeyOf], row);
  }

  #changeTimer(time: number, key: bigint, isPut: boolean): void {
    const schedule = this.#store.schedule('timers');
    if (isPut) schedule.put(time, key);
    else schedule.delete(time, key);
    this.#changeModel('timers', [time, key], isPut ? true : undefined);
  }

  #changeModel(table: string, path: (bigint | string | number)[], row: unknown): void {
    if (row === undefined) this.#model.delete(table, path);
    else this.#model.put(table, path, row);
  }

  #rollBack(pick: number): void {
    if (this.#marks.length === 0) return;
    const index = pick % this.#marks.length;
    const { mark, model } = this.#marks[index] as ModelMark;
    this.#store.rollBack(mark);
    this.#model = model.copy();
    this.#marks.length = index + 1;
  }

  #release(pick: number): void {
    if (this.#marks.length === 0) return;
    const index = pick % this.#marks.length;
    this.#store.release((this.#marks[index] as ModelMark).mark);
    this.#marks.splice(0, index);
  }

  #checkpoint(): void {
    if (this.#running !== undefined || this.#folder === undefined) return;
    this.#store.release(this.#store.mark());
    this.#marks = [];
    this.#saved = this.#model.copy();
    const running = (this.#store as LmdbStateStore).checkpoint({ position: 1, keyCounter: 1n });
    this.#running = running.then(() => {
      this.#running = undefined;
    });
  }

  async #reopen(): Promise<void> {
    if (this.#folder === undefined) return;
    await (this.#store as LmdbStateStore).close();
    await this.#running;
    this.#store = this.#open();
    this.#model = this.#saved.copy();
    this.#marks = [];
  }

  #compare(behind: bigint): void {
    const difference = differenceOf(this.#store, this.#model, behind);
    if (difference !== undefined) throw new Error(difference);
  }
}

function textKey(prefix: string, key: bigint): string {
  // Some begin alike and go on behind what fits into a key.
  return key % 3n === 0n ? `${prefix}${'é'.repeat(500)}${key}` : `${prefix}${key}`;
}

describe.each([{ name: 'memory' }, { name: 'LMDB' }])('random use of the state store: $name', ({ name }) => {
  it('should hold what plain sorted maps hold, through marks, checkpoints and reopening', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: STEPS_MAX, size: 'max' }),
        fc.constantFrom(1, 8, 200, 500_000),
        async (steps, cacheRowsMax) => {
          const folder = name === 'LMDB' ? mkdtempSync(join(tmpdir(), 'waggle-state-')) : undefined;
          const run = new Run(folder, cacheRowsMax);
          try {
            for (const next of steps) await run.take(next);
            await run.end();
          } catch (error) {
            await run.close();
            throw error;
          }
        },
      ),
      { numRuns: Number(process.env.STATE_PROPERTY_RUNS ?? RUNS) },
    );
  });
});
