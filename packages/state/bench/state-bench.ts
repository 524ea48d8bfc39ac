/**
 * What the operations of a state store cost: `node packages/state/bench/state-bench.ts [rows]`.
 * One number per line; run it on an idle machine and take the best of a few.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StateStore } from '@waggle/engine';
import { createMemoryStateStore, openLmdbStateStore } from '@waggle/state';

const ROWS = Number(process.argv[2] ?? 100_000);
const ROUNDS = 5;
const PARTITION = 1n << 51n;

interface Element {
  readonly processInstanceKey: bigint;
  readonly elementId: string;
  readonly state: number;
  readonly flowScopeKey: bigint;
  readonly bpmnElementType: number;
  readonly tenantId: string;
}

const folder = mkdtempSync(join(tmpdir(), 'waggle-bench-'));
let nextKey = PARTITION + 1n;

function report(what: string, value: number, unit: string): void {
  console.log(`${what.padEnd(62)} ${value.toFixed(value < 10 ? 2 : 0).padStart(9)} ${unit}`);
}

/** Best of a few rounds, in ns per operation. */
function measure(what: string, operations: number, prepare: () => void, run: () => void): void {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    prepare();
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  report(what, (best * 1e6) / operations, 'ns');
}

/** Releases as an engine does after every durable batch. */
function forEachInBatches(
  keys: readonly bigint[],
  release: () => void,
  change: (key: bigint, index: number) => void,
): void {
  for (let index = 0; index < keys.length; index++) {
    change(keys[index] as bigint, index);
    if (index % 1000 === 999) release();
  }
}

function elementOf(key: bigint): Element {
  return {
    processInstanceKey: key,
    elementId: 'charge-card',
    state: 2,
    flowScopeKey: key,
    bpmnElementType: 4,
    tenantId: '<default>',
  };
}

/** The state operations of one instance with one task: 32 changes, 34 reads, 3 scans, 3 schedule steps. */
function runInstance(store: StateStore): void {
  const elements = store.table<bigint, Element>('elements');
  const children = store.groupedTable<bigint, bigint, true>('children');
  const variables = store.groupedTable<bigint, string, string>('variables');
  const jobs = store.table<bigint, Element>('jobs');
  const activatable = store.groupedTable<string, bigint, true>('activatable');
  const deadlines = store.schedule('deadlines');
  const scope = nextKey++;
  elements.put(scope, elementOf(scope));
  for (const name of ['orderId', 'amount', 'customer']) variables.put(scope, name, '"value"');
  for (let element = 0; element < 3; element++) {
    const key = nextKey++;
    elements.get(scope);
    elements.put(key, elementOf(key));
    children.put(scope, key, true);
    for (let state = 0; state < 3; state++) {
      const row = elements.get(key) as Element;
      elements.get(scope);
      elements.put(key, { ...row, state });
    }
    if (element === 1) {
      jobs.put(key, elementOf(key));
      activatable.put('charge', key, true);
      activatable.forEach('charge', (member) => member < 0n);
      activatable.delete('charge', key);
      const job = jobs.get(key) as Element;
      deadlines.put(Number(key - PARTITION), key);
      jobs.put(key, { ...job, state: 3 });
      variables.forEach(scope, () => true);
      variables.get(scope, 'amount');
      jobs.get(key);
      deadlines.delete(Number(key - PARTITION), key);
      jobs.delete(key);
      variables.put(scope, 'result', '1');
    }
    elements.get(key);
    children.delete(scope, key);
    elements.delete(key);
    children.isEmpty(scope);
  }
  for (const name of ['orderId', 'amount', 'customer', 'result']) variables.delete(scope, name);
  elements.delete(scope);
  deadlines.firstTime();
}

function benchOperations(name: string, store: StateStore): void {
  const release = () => store.release(store.mark());
  const instances = Math.max(1000, Math.round(ROWS / 5));
  measure(`${name}: all state operations of a one-task instance`, instances, release, () => {
    for (let index = 0; index < instances; index++) {
      runInstance(store);
      if (index % 100 === 99) release();
    }
  });
  const elements = store.table<bigint, Element>('elements');
  const children = store.groupedTable<bigint, bigint, true>('children');
  const huge = store.groupedTable<string, bigint, true>('huge');
  const keys: bigint[] = [];
  const newKeys = () => {
    keys.length = 0;
    for (let index = 0; index < ROWS; index++) keys.push(nextKey++);
    release();
  };
  measure(`${name}: put a new row`, ROWS, newKeys, () => {
    forEachInBatches(keys, release, (key) => elements.put(key, true as never));
  });
  measure(`${name}: put over a row`, ROWS, release, () => {
    forEachInBatches(keys, release, (key) => elements.put(key, false as never));
  });
  measure(`${name}: get`, ROWS, release, () => {
    for (const key of keys) elements.get(key);
  });
  const deleted = [...keys];
  measure(
    `${name}: delete`,
    ROWS,
    () => {
      for (const key of deleted) elements.put(key, true as never);
      release();
    },
    () => {
      forEachInBatches(deleted, release, (key) => elements.delete(key));
    },
  );
  measure(`${name}: put a member, groups of 3`, ROWS, newKeys, () => {
    forEachInBatches(keys, release, (key, index) => children.put(keys[index - (index % 3)] as bigint, key, true));
  });
  let visited = 0;
  measure(`${name}: scan a group of 3`, ROWS / 3, release, () => {
    for (let index = 0; index < ROWS; index += 3) children.forEach(keys[index] as bigint, () => visited++);
  });
  const memberKeys = [...keys];
  const groupOf = (index: number) => memberKeys[index - (index % 3)] as bigint;
  measure(
    `${name}: delete a member, groups of 3`,
    ROWS,
    () => forEachInBatches(memberKeys, release, (key, index) => children.put(groupOf(index), key, true)),
    () => forEachInBatches(memberKeys, release, (key, index) => children.delete(groupOf(index), key)),
  );
  measure(`${name}: put a member, one huge group`, ROWS, newKeys, () => {
    forEachInBatches(keys, release, (key) => huge.put('type', key, true));
  });
  measure(`${name}: take the first member of a huge group`, ROWS / 10, release, () => {
    for (let index = 0; index < ROWS / 10; index++) {
      let first = 0n;
      huge.forEach('type', (member) => {
        first = member;
        return false;
      });
      huge.delete('type', first);
    }
  });
}

async function benchDisk(): Promise<void> {
  const place = join(folder, 'disk');
  let store = openLmdbStateStore({ folder: place });
  let elements = store.table<bigint, Element>('elements');
  const keys: bigint[] = [];
  for (let index = 0; index < ROWS; index++) {
    const key = nextKey++;
    keys.push(key);
    elements.put(key, elementOf(key));
    store.groupedTable<bigint, string, string>('variables').put(key, 'amount', '12');
    store.groupedTable<bigint, string, string>('variables').put(key, 'customer', '"c"');
    store.groupedTable<string, bigint, true>('activatable').put('type', key, true);
  }
  for (const pass of ['insert', 'update']) {
    for (const key of pass === 'update' ? keys : []) elements.put(key, { ...elementOf(key), state: 3 });
    const rows = store.dirtyCount;
    const blocked = watchTurns();
    const cpu = process.cpuUsage();
    const start = performance.now();
    await store.checkpoint({ position: 1, keyCounter: 1n });
    const { user, system } = process.cpuUsage(cpu);
    report(`LMDB: checkpoint of ${rows} rows (${pass})`, performance.now() - start, 'ms');
    report('  CPU of all threads', (user + system) / 1000, 'ms');
    report('  longest turn of the event loop, CPU', blocked(), 'ms');
  }
  report('  file', statSync(join(place, 'data.mdb')).size / 1e6, 'MB');
  measure(
    'LMDB: get, cached',
    ROWS,
    () => {},
    () => {
      for (const key of keys) elements.get(key);
    },
  );
  await store.close();

  const start = performance.now();
  store = openLmdbStateStore({ folder: place, cacheRowsMax: 1000 });
  report('LMDB: open', performance.now() - start, 'ms');
  elements = store.table('elements');
  const variables = store.groupedTable<bigint, string, string>('variables');
  const sample = keys.map((_, index) => keys[(index * 7919) % keys.length] as bigint);
  measure(
    'LMDB: cold get',
    ROWS,
    () => {},
    () => {
      for (const key of sample) elements.get(key);
    },
  );
  measure(
    'LMDB: cold scan of a group of 2',
    ROWS,
    () => {},
    () => {
      for (const key of sample) variables.forEach(key, () => true);
    },
  );
  const jobs = store.groupedTable<string, bigint, true>('activatable');
  measure(
    'LMDB: take the first member of a huge group on disk',
    ROWS / 10,
    () => {},
    () => {
      for (let index = 0; index < ROWS / 10; index++) {
        let first = 0n;
        jobs.forEach('type', (member) => {
          first = member;
          return false;
        });
        jobs.delete('type', first);
      }
    },
  );
  await store.close();
}

/** @returns tells the most CPU time, in ms, of this thread between two turns since. Not wall time: others load the machine. */
function watchTurns(): () => number {
  let last = threadCpuMs();
  let longest = 0;
  let isWatching = true;
  const turn = () => {
    const now = threadCpuMs();
    longest = Math.max(longest, now - last);
    last = now;
    if (isWatching) setImmediate(turn);
  };
  setImmediate(turn);
  return () => {
    isWatching = false;
    return longest;
  };
}

function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function benchHeap(): void {
  const store = createMemoryStateStore();
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const instances = 50_000;
  for (let instance = 0; instance < instances; instance++) {
    const scope = nextKey++;
    const keys = [scope, nextKey++, nextKey++];
    for (const key of keys) store.table<bigint, Element>('elements').put(key, elementOf(key));
    store.groupedTable('children').put(scope, keys[1] as bigint, true);
    store.groupedTable('children').put(scope, keys[2] as bigint, true);
    for (const name of ['orderId', 'amount', 'customer']) store.groupedTable('variables').put(scope, name, '"value"');
    store.table('jobs').put(keys[2] as bigint, elementOf(scope));
    store.groupedTable('activatable').put('charge', keys[2] as bigint, true);
    store.schedule('deadlines').put(instance, keys[2] as bigint);
  }
  globalThis.gc?.();
  report(
    'heap per waiting instance (run with --expose-gc)',
    (process.memoryUsage().heapUsed - before) / instances,
    'B',
  );
  store.release(store.mark());
}

try {
  benchOperations('memory', createMemoryStateStore());
  const live = openLmdbStateStore({ folder: join(folder, 'live') });
  benchOperations('LMDB', live);
  await live.close();
  await benchDisk();
  benchHeap();
} finally {
  rmSync(folder, { recursive: true });
}
