/** Random processes under random events: replaying an instance gives the rows the engine itself had. */
import { Random, RandomDriver } from '@waggle/engine/test';
import { BpmnElementType, type Key, ProcessInstanceIntent, ValueType } from '@waggle/protocol';
import { expect, it } from 'vitest';
import { instanceRows } from '../../test/instance-rows.ts';
import { recordLines } from '../../test/recorded-instance.ts';
import { readRecordLines } from './record-lines.ts';
import { openReplay } from './replay.ts';
import { StateFold } from './state-fold.ts';

/** WAGGLE_RUNS=<number> searches further. */
const RUNS = Number(process.env.WAGGLE_RUNS ?? 15);
/** For all runs, on a machine busy with other work. */
const RUN_MS = 60_000;
const STEPS = 120;
const POSITIONS = 20;
/** WAGGLE_SEED=<seed> runs that one alone. */
const SEED = process.env.WAGGLE_SEED;

it('should give the state the engine had, at any position', { timeout: RUN_MS }, () => {
  for (let run = 0; run < (SEED === undefined ? RUNS : 1); run++) {
    const seed = SEED === undefined ? run + 1 : Number(SEED);
    try {
      replayAtRandom(new Random(seed));
    } catch (cause) {
      throw new Error(`Expected every replay to match the engine, but that of seed ${seed} does not`, { cause });
    }
  }
});

function replayAtRandom(random: Random): void {
  // given
  const driver = new RandomDriver(random);
  const snapshots: { readonly position: number; readonly rows: ReturnType<typeof rowsOf> }[] = [];
  const rowsOf = () => [...driver.engine.store.dump()];
  const look = () => {
    driver.engine.flush();
    snapshots.push({ position: driver.engine.records.at(-1)!.position, rows: rowsOf() });
  };
  for (let step = 0; step < STEPS; step++) {
    driver.step();
    if (random.chance(POSITIONS / STEPS)) look();
  }
  look();
  driver.finish();
  look();

  // Small ones, so that checkpoints and undoing are met often.
  const limits = {
    undoRecords: random.pick([1, 5, 1_000]),
    checkpointRecords: random.pick([3, 20, 1_000]),
    checkpointRows: random.pick([50, 1_000]),
  };
  for (const key of instanceKeys(driver)) {
    // when
    const { records, problems } = readRecordLines(recordLines(driver.engine.batches, key));
    const fold = new StateFold(records, [], limits);
    const replay = openReplay({ processInstanceKey: String(key), records, problems });

    // then: in any order, forward and backward
    expect(replay.problems).toEqual([]);
    for (const { position, rows } of shuffled(random, snapshots)) {
      const index = replay.indexOf(position);
      expect(instanceRows(fold.rowsAt(index + 1), key), `at position ${position}`).toEqual(instanceRows(rows, key));
    }
  }
}

function instanceKeys(driver: RandomDriver): readonly Key[] {
  return driver.engine
    .events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_ACTIVATING)
    .filter(({ value }) => value.bpmnElementType === BpmnElementType.PROCESS)
    .map(({ key }) => key);
}

function shuffled<Item>(random: Random, items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => ({ item, place: random.next() }))
    .sort((left, right) => left.place - right.place)
    .map(({ item }) => item);
}
