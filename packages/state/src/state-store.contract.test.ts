import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StateStore } from '@waggle/engine';
import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryStateStore, openLmdbStateStore, StateUsageError } from './index.ts';

const closers: (() => Promise<void>)[] = [];

function openTemporary(): StateStore {
  const folder = mkdtempSync(join(tmpdir(), 'waggle-state-'));
  const store = openLmdbStateStore({ folder });
  closers.push(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  return store;
}

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

describe.each([
  { name: 'memory', open: createMemoryStateStore },
  { name: 'LMDB', open: openTemporary },
])('state store: $name', ({ open }) => {
  it('should give back the row put last', () => {
    const table = open().table<bigint, string>('elements');

    table.put(1n, 'a');
    table.put(1n, 'b');

    expect(table.get(1n)).toBe('b');
    expect(table.has(1n)).toBe(true);
    expect(table.get(2n)).toBeUndefined();
    expect(table.has(2n)).toBe(false);
  });

  it('should keep every kind of row, also null and false', () => {
    const table = open().table<string, unknown>('rows');
    const rows = [null, false, true, 0, 1.5, 7n, '', 'x', new Uint8Array([1]), [], [1n, [2]], { a: { b: undefined } }];

    rows.forEach((row, index) => {
      table.put(`${index}`, row);
    });

    expect(rows.map((_, index) => table.get(`${index}`))).toEqual(rows);
    expect(rows.every((_, index) => table.has(`${index}`))).toBe(true);
  });

  it('should refuse undefined as a row', () => {
    const store = open();

    expect(() => store.table<bigint, undefined>('a').put(1n, undefined)).toThrow(StateUsageError);
    expect(() => store.groupedTable<bigint, bigint, undefined>('b').put(1n, 1n, undefined)).toThrow(StateUsageError);
  });

  it('should do nothing when a missing row is deleted', () => {
    const store = open();
    const table = store.table<bigint, string>('elements');
    const mark = store.mark();

    table.delete(1n);

    expect(store.mark()).toBe(mark);
  });

  it('should list rows in key order, negative and foreign keys too', () => {
    const table = open().table<bigint, number>('elements');
    const foreign = 3n << 51n;
    const keys = [5n, foreign + 1n, -1n, 0n, 12n, -70n, foreign, (1n << 63n) - 1n, -(1n << 63n)];

    keys.forEach((key, index) => {
      table.put(key, index);
    });

    const sorted = [...keys].sort((a, b) => (a < b ? -1 : 1));
    expect([...table.entries()].map(([key]) => key)).toEqual(sorted);
  });

  it('should list texts by code unit', () => {
    const table = open().table<string, number>('names');
    const names = [
      '',
      'a',
      'aa',
      'b',
      'B',
      '\u0000',
      '\u0001',
      '\u0000a',
      'ä',
      '\uffff',
      '😀',
      '\ud800',
      'a\u0000',
      'a\u0000b',
    ];

    names.forEach((name, index) => {
      table.put(name, index);
    });

    expect([...table.entries()].map(([name]) => name)).toEqual([...names].sort());
  });

  it('should give the same table for the same name, and refuse another kind', () => {
    const store = open();
    store.table<bigint, string>('elements').put(1n, 'a');

    expect(store.table<bigint, string>('elements').get(1n)).toBe('a');
    expect(() => store.groupedTable('elements')).toThrow(/Expected "elements" to be a table of kind rows/);
  });

  it('should visit the members of a group in order, behind a given one, until told to stop', () => {
    const table = open().groupedTable<string, bigint, string>('jobs');
    for (const member of [5n, 3n, 9n, 1n, 7n]) table.put('type', member, `job ${member}`);
    table.put('other', 4n, 'job 4');
    const visit = (after?: bigint, stopAt?: bigint) => {
      const visited: bigint[] = [];
      table.forEach('type', (member) => visited.push(member) > 0 && member !== stopAt, after);
      return visited;
    };

    expect(visit()).toEqual([1n, 3n, 5n, 7n, 9n]);
    expect(visit(3n)).toEqual([5n, 7n, 9n]);
    expect(visit(4n)).toEqual([5n, 7n, 9n]);
    expect(visit(9n)).toEqual([]);
    expect(visit(undefined, 3n)).toEqual([1n, 3n]);
  });

  it('should keep groups of any size in order', () => {
    for (const size of [1, 2, 3, 4, 5, 8, 9, 63, 64, 65, 66, 200]) {
      const table = open().groupedTable<bigint, bigint, number>('children');
      const members = Array.from({ length: size }, (_, index) => BigInt((index * 7919) % 10007));

      members.forEach((member, index) => {
        table.put(1n, member, index);
      });

      const sorted = [...members].sort((a, b) => Number(a - b));
      expect([...table.entries()].map(([, member]) => member)).toEqual(sorted);
      for (const [index, member] of members.entries()) expect(table.get(1n, member)).toBe(index);
      for (const member of members) table.delete(1n, member);
      expect(table.isEmpty(1n)).toBe(true);
      expect([...table.entries()]).toEqual([]);
    }
  });

  it('should say whether a group has members', () => {
    const table = open().groupedTable<bigint, string, string>('variables');

    expect(table.isEmpty(1n)).toBe(true);
    table.put(1n, 'x', '1');
    expect(table.isEmpty(1n)).toBe(false);
    table.delete(1n, 'x');
    expect(table.isEmpty(1n)).toBe(true);
  });

  it('should order a schedule by time, then key', () => {
    const schedule = open().schedule('timers');
    schedule.put(20, 1n);
    schedule.put(10, 3n);
    schedule.put(10, 2n);
    schedule.put(10, 2n);
    schedule.put(30, 1n);
    const due: (readonly [bigint, number])[] = [];

    schedule.forEachDue(20, (key, time) => due.push([key, time]));

    expect(schedule.firstTime()).toBe(10);
    expect(due).toEqual([
      [2n, 10],
      [3n, 10],
      [1n, 20],
    ]);
    schedule.delete(10, 2n);
    schedule.delete(10, 3n);
    schedule.delete(10, 99n);
    expect(schedule.firstTime()).toBe(20);
  });

  it('should stop visiting what is due when told to', () => {
    const schedule = open().schedule('timers');
    for (const time of [1, 2, 3]) schedule.put(time, 1n);
    const times: number[] = [];

    schedule.forEachDue(3, (_, time) => times.push(time) < 2);

    expect(times).toEqual([1, 2]);
  });

  it('should undo every change since a mark', () => {
    const store = open();
    const elements = store.table<bigint, string>('elements');
    const jobs = store.groupedTable<string, bigint, string>('jobs');
    const timers = store.schedule('timers');
    elements.put(1n, 'a');
    jobs.put('t', 1n, 'a');
    timers.put(5, 1n);
    const before = [...store.dump()];
    const mark = store.mark();

    elements.put(1n, 'b');
    elements.put(2n, 'c');
    elements.delete(1n);
    jobs.put('t', 2n, 'b');
    jobs.delete('t', 1n);
    timers.delete(5, 1n);
    timers.put(4, 1n);
    store.rollBack(mark);

    expect([...store.dump()]).toEqual(before);
  });

  it('should undo only what came after the mark, and not what is released', () => {
    const store = open();
    const table = store.table<bigint, string>('elements');
    const first = store.mark();
    table.put(1n, 'a');
    const second = store.mark();
    table.put(2n, 'b');
    store.release(second);

    expect(() => store.rollBack(first)).toThrow(StateUsageError);
    store.rollBack(second);

    expect([...table.entries()]).toEqual([[1n, 'a']]);
    expect(() => store.release(second + 1)).toThrow(StateUsageError);
  });

  it('should undo batches larger than its journal began with', () => {
    const store = open();
    const table = store.table<bigint, bigint>('elements');
    const early = store.mark();
    for (let key = 0n; key < 3000n; key++) table.put(key, key);
    const mark = store.mark();
    store.release(early);
    for (let key = 0n; key < 20_000n; key++) table.put(key, -key);

    store.rollBack(mark);

    expect([...table.entries()].length).toBe(3000);
    expect(table.get(2999n)).toBe(2999n);
    store.release(store.mark());
    table.put(1n, 5n);
    store.rollBack(store.mark());
    expect(table.get(1n)).toBe(5n);
  });

  it('should dump tables by name and rows by key, whatever the order they were made in', () => {
    const dumps = [
      ['b', 'a', 'c'],
      ['c', 'b', 'a'],
    ].map((names) => {
      const store = open();
      for (const name of names) {
        const table = store.groupedTable<bigint, string, number>(name);
        for (const member of name === 'a' ? ['x', 'y'] : ['y', 'x']) table.put(1n, member, 1);
      }
      return [...store.dump()];
    });

    expect(dumps[0]).toEqual(dumps[1]);
    expect(dumps[0]?.map(([table, , member]) => `${table}${String(member)}`)).toEqual([
      'ax',
      'ay',
      'bx',
      'by',
      'cx',
      'cy',
    ]);
  });

  it('should take jobs one by one from a group of many', () => {
    const store = open();
    const jobs = store.groupedTable<string, bigint, true>('jobs');
    const count = 50_000n;
    for (let key = 0n; key < count; key++) jobs.put('type', key, true);

    for (let expected = 0n; expected < 2000n; expected++) {
      let first = -1n;
      jobs.forEach('type', (member) => {
        first = member;
        return false;
      });
      expect(first).toBe(expected);
      jobs.delete('type', first);
    }

    let rest = 0n;
    jobs.forEach('type', () => {
      rest++;
    });
    expect(rest).toBe(count - 2000n);
  });
});
