import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StateEntry } from '@waggle/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createMemoryStateStore,
  type LmdbStateOptions,
  type LmdbStateStore,
  openLmdbStateStore,
  removeLmdbState,
  StateCheckpointError,
  StateDamagedError,
  StateFormatError,
  StateUsageError,
} from '../index.ts';
import { Disk } from './disk.ts';
import { writeStateHeader } from './state-header.ts';

const METADATA = { position: 7, keyCounter: 9n };

let folder: string;
let stores: LmdbStateStore[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waggle.state-'));
  stores = [];
});

afterEach(async () => {
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(options: Partial<LmdbStateOptions> = {}): LmdbStateStore {
  const store = openLmdbStateStore({ folder, ...options });
  stores.push(store);
  return store;
}

async function reopen(store: LmdbStateStore, options: Partial<LmdbStateOptions> = {}): Promise<LmdbStateStore> {
  await store.close();
  return open(options);
}

async function writeSome(count = 2000): Promise<void> {
  const store = open();
  for (let key = 0n; key < count; key++)
    store.table<bigint, string>('rows').put(key, 'x'.repeat(key === 0n ? 20_000 : 100));
  await store.checkpoint(METADATA);
  await store.close();
}

describe('LMDB state store', () => {
  it('should open where the last checkpoint ended, with the same contents as in memory', async () => {
    const memory = createMemoryStateStore();
    let store = open();
    expect(store.checkpointMetadata).toEqual({ position: 0, keyCounter: 0n });
    for (const each of [memory, store]) {
      each.table<bigint, unknown>('rows').put(5n, { a: 1n, b: [undefined, new Uint8Array([1, 2])], c: { d: 2 ** 40 } });
      each.groupedTable<string, bigint, unknown>('jobs').put('type', 3n, null);
      each.schedule('timers').put(1.5, -1n);
    }

    await store.checkpoint(METADATA);
    store.table<bigint, string>('rows').put(6n, 'not in the checkpoint');
    store = await reopen(store);

    expect(store.checkpointMetadata).toEqual(METADATA);
    expect([...store.dump()]).toEqual([...memory.dump()]);
    const row = store.table<bigint, { b: [undefined, Uint8Array] }>('rows').get(5n);
    expect(row?.b[1].constructor).toBe(Uint8Array);
    expect(store.schedule('timers').firstTime()).toBe(1.5);
  });

  it('should keep rows under keys longer than LMDB takes, in order', async () => {
    const names = ['b', 'ä', 'c', 'a'].map((end) => `${'k'.repeat(3000)}${end}`);
    let store = open();
    for (const name of names) {
      store.table<string, string>('rows').put(name, name.slice(-1));
      store.groupedTable<string, string, string>('groups').put(name, name, name.slice(-1));
    }

    await store.checkpoint(METADATA);
    store = await reopen(store);

    const rows = store.table<string, string>('rows');
    expect([...rows.entries()].map(([, row]) => row)).toEqual(['a', 'b', 'c', 'ä']);
    expect(names.map((name) => rows.get(name))).toEqual(['b', 'ä', 'c', 'a']);
    expect(store.groupedTable<string, string, string>('groups').get(names[1] as string, names[1] as string)).toBe('ä');
    expect(store.groupedTable<string, string, string>('groups').isEmpty('k'.repeat(3001))).toBe(true);
  });

  it('should write only what is left of what changed', async () => {
    const store = open();
    const rows = store.table<bigint, number>('rows');
    const groups = store.groupedTable<bigint, string, number>('groups');
    const timers = store.schedule('timers');
    for (let key = 0n; key < 100n; key++) {
      rows.put(key, 1);
      groups.put(key, 'x', 1);
      timers.put(Number(key), key);
      rows.delete(key);
      groups.delete(key, 'x');
      timers.delete(Number(key), key);
    }

    await store.checkpoint(METADATA);
    await store.close();

    const disk = new Disk(folder);
    expect([1, 2, 3].flatMap((table) => [...disk.rows(table)])).toEqual([]);
    await disk.close();
  });

  it('should refuse a checkpoint while another runs, while changes can be undone, and when closed', async () => {
    const store = open();
    store.mark();
    store.table<bigint, number>('rows').put(1n, 1);
    await expect(store.checkpoint(METADATA)).rejects.toThrow(/can still be undone/);
    store.release(store.mark());

    const running = store.checkpoint(METADATA);
    expect(store.isCheckpointing).toBe(true);
    await expect(store.checkpoint(METADATA)).rejects.toThrow(StateCheckpointError);
    await running;
    expect(store.isCheckpointing).toBe(false);

    await store.close();
    await expect(store.checkpoint(METADATA)).rejects.toThrow(/is closed/);
  });

  it('should finish a running checkpoint when closed', async () => {
    let store = open({ checkpointSliceMs: 0 });
    for (let key = 0n; key < 1000n; key++) store.table<bigint, bigint>('rows').put(key, key);
    const running = store.checkpoint(METADATA);

    store = await reopen(store);
    await running;

    expect(store.checkpointMetadata).toEqual(METADATA);
    expect([...store.table('rows').entries()].length).toBe(1000);
  });

  it('should undo changes made while a checkpoint runs, and keep what it writes', async () => {
    let store = open({ checkpointSliceMs: 0 });
    const rows = store.table<bigint, string>('rows');
    const groups = store.groupedTable<bigint, bigint, string>('groups');
    for (let key = 0n; key < 1000n; key++) {
      rows.put(key, 'old');
      groups.put(1n, key, 'old');
    }
    const before = [...store.dump()];
    const running = store.checkpoint(METADATA);
    await new Promise((resolve) => setImmediate(resolve));

    const mark = store.mark();
    for (let key = 0n; key < 1000n; key += 2n) {
      rows.delete(key);
      groups.delete(1n, key);
    }
    await running;
    rows.put(1n, 'new');
    groups.put(1n, 2000n, 'new');
    store.rollBack(mark);

    expect([...store.dump()]).toEqual(before);
    await store.checkpoint(METADATA);
    store = await reopen(store);
    expect([...store.dump()]).toEqual(before);
  });

  it('should stay whole when a checkpoint fails, and write everything with the next', async () => {
    let store = open();
    const rows = store.table<bigint, string>('rows');
    const groups = store.groupedTable<string, bigint, string>('groups');
    rows.put(1n, 'kept');
    groups.put('g', 1n, 'kept');
    await store.checkpoint(METADATA);
    rows.put(2n, 'a');
    rows.delete(1n);
    groups.delete('g', 1n);
    groups.put('g', 2n, 'b');
    store.schedule('timers').put(3, 4n);
    rows.put(1n << 70n, 'no key of 64 bits');

    await expect(store.checkpoint({ position: 8, keyCounter: 9n })).rejects.toThrow(
      /but Expected keys to be signed 64-bit/,
    );

    expect(store.checkpointMetadata).toEqual(METADATA);
    rows.delete(1n << 70n);
    const expected: StateEntry[] = [
      ['groups', 'g', 2n, 'b'],
      ['rows', 2n, 'a'],
      ['timers', 3, 4n, true],
    ];
    expect([...store.dump()]).toEqual(expected);
    const crashed = openLmdbStateStore({ folder });
    expect([...crashed.dump()]).toEqual([
      ['groups', 'g', 1n, 'kept'],
      ['rows', 1n, 'kept'],
    ]);
    await crashed.close();
    await store.checkpoint(METADATA);
    store = await reopen(store);
    expect([...store.dump()]).toEqual(expected);
  });

  it('should serve more rows than the cache may hold', async () => {
    const count = 5000n;
    let store = open({ cacheRowsMax: 100 });
    const expected = (key: bigint) => ({ key, text: `row ${key}` });
    for (let key = 0n; key < count; key++) {
      store.table('rows').put(key, expected(key));
      store.groupedTable('groups').put(key % 50n, key, expected(key));
      if (key % 1000n === 999n) await store.checkpoint(METADATA);
    }
    store = await reopen(store, { cacheRowsMax: 100 });

    for (let key = 0n; key < count; key += 7n) {
      expect(store.table('rows').get(key)).toEqual(expected(key));
      expect(store.groupedTable('groups').get(key % 50n, key)).toEqual(expected(key));
    }
    const members: bigint[] = [];
    store.groupedTable<bigint, bigint, unknown>('groups').forEach(3n, (member) => members.push(member));
    expect(members).toEqual(Array.from({ length: 100 }, (_, index) => BigInt(index * 50 + 3)));
  });

  it('should take jobs one by one from a long queue on disk while others come and go', async () => {
    const count = 20_000n;
    let store = open();
    for (let key = 0n; key < count; key++) store.groupedTable('jobs').put('type', key, true);
    await store.checkpoint(METADATA);
    store = await reopen(store);
    const jobs = store.groupedTable<string, bigint, boolean>('jobs');

    for (let expected = 0n; expected < 6000n; expected++) {
      let first = -1n;
      jobs.forEach('type', (member) => {
        first = member;
        return false;
      });
      expect(first).toBe(expected);
      jobs.delete('type', first);
      jobs.put('type', count + expected, true);
      if (expected === 5000n) await store.checkpoint(METADATA);
    }

    const members: bigint[] = [];
    jobs.forEach('type', (member) => members.push(member));
    expect(members.length).toBe(Number(count));
    expect(members.every((member, index) => member === BigInt(index) + 6000n)).toBe(true);
  });

  it('should hold a group of a million members', { timeout: 60_000 }, async () => {
    const count = 1_000_000n;
    let store = open();
    const jobs = store.groupedTable<string, bigint, boolean>('jobs');
    for (let key = 0n; key < count; key++) jobs.put('type', key, true);
    await store.checkpoint(METADATA);
    store = await reopen(store);

    const page: bigint[] = [];
    store.groupedTable<string, bigint, boolean>('jobs').forEach('type', (member) => page.push(member) < 3, 999_000n);

    expect(page).toEqual([999_001n, 999_002n, 999_003n]);
    expect(store.groupedTable('jobs').has('type', count - 1n)).toBe(true);
    expect(store.groupedTable('jobs').has('type', count)).toBe(false);
  });

  it('should refuse a table of another kind than on disk', async () => {
    await writeSome(1);

    expect(() => open().schedule('rows')).toThrow(StateUsageError);
  });
});

describe('damaged state', () => {
  const dataFile = () => join(folder, 'data.mdb');

  it.each([
    { name: 'other content', damage: (bytes: Buffer) => bytes.fill(0x41) },
    { name: 'a few bytes', damage: () => Buffer.from('hello') },
    { name: 'no first page', damage: (bytes: Buffer) => bytes.fill(0, 0, 4096) },
    { name: 'no first pages', damage: (bytes: Buffer) => bytes.fill(0, 0, 8192) },
    { name: 'half of the file', damage: (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1) },
    { name: 'a page less', damage: (bytes: Buffer) => bytes.subarray(0, bytes.length - 4096) },
  ])('should be told when the file has $name', async ({ damage }) => {
    await writeSome();
    writeFileSync(dataFile(), damage(readFileSync(dataFile())));

    const read = () => [...open().dump()];

    expect(read).toThrow(StateDamagedError);
    expect(read).toThrow(/remove this folder: the state is rebuilt/);
  });

  it('should open a file that lacks only pages nobody uses', async () => {
    await writeSome();
    const bytes = readFileSync(dataFile());
    for (const meta of [0, 4096]) bytes.writeBigUInt64LE(bytes.readBigUInt64LE(meta + 144) + 5n, meta + 144);
    writeFileSync(dataFile(), bytes);

    expect([...open().dump()].length).toBe(2000);
  });

  it('should begin anew once removed, leaving foreign files alone', async () => {
    await writeSome();
    truncateSync(dataFile(), 100);
    expect(() => open()).toThrow(StateDamagedError);
    writeFileSync(join(folder, 'notes.txt'), 'mine');

    removeLmdbState(folder);

    expect(existsSync(join(folder, 'notes.txt'))).toBe(true);
    expect([...open().dump()]).toEqual([]);
  });

  it('should remove the folder when it is empty, and not mind one that is missing', async () => {
    await writeSome();

    removeLmdbState(folder);
    removeLmdbState(folder);

    expect(existsSync(folder)).toBe(false);
  });

  it('should not open the format of a newer release', async () => {
    const disk = new Disk(folder);
    await disk.transact(async (writer) => writeStateHeader(writer, { format: 2, ...METADATA, tables: [] }));
    await disk.close();

    expect(() => open()).toThrow(StateFormatError);
  });

  it('should be told when there are rows without a header', async () => {
    const disk = new Disk(folder);
    await disk.transact(async (writer) => writer.put(1, 1n, undefined, 'row'));
    await disk.close();

    expect(() => open()).toThrow(/rows, but no header/);
  });

  it('should be told when the folder cannot be made', () => {
    writeFileSync(join(folder, 'file'), '');

    expect(() => openLmdbStateStore({ folder: join(folder, 'file') })).toThrow(StateDamagedError);
  });
});
