/**
 * Kills the real server under load at random moments and checks in the end, from what it exported, that everything it
 * had acknowledged holds. A seed makes the moments come again: WAGGLE_CRASH_SEED=… npm test -- --project crash
 */
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { processFiles } from '../process-files.ts';
import { type ServerProcessOptions, startAndKillServerProcess, startServerProcess } from '../server-process.ts';
import { waggle } from '../waggle-command.ts';
import { freePorts } from './free-ports.ts';
import { grpcCrashClient } from './grpc-crash-client.ts';
import { Ledger } from './ledger.ts';
import { startLoad } from './load.ts';
import { readOutcome } from './outcome.ts';
import { restCrashClient } from './rest-crash-client.ts';
import { searchAll } from './search-all.ts';
import { SeededRandom } from './seeded-random.ts';

const KILLS = 22;
/** From ready to killed: from hardly anything done to a checkpoint or two. */
const LIFE_MS = { min: 100, max: 1_800 };
/** Some restarts are cut off, too: while the modules load, the log is folded, the ports are opened. */
const START_MS = { min: 150, max: 900 };
const KILLED_AGAIN_ONE_IN = 4;
/** Messages and the instances that wait for them meet across partitions. */
const PARTITIONS = 2;
/** Keys a failure shows; there may be thousands. */
const SHOWN_MAX = 10;
/** For the instances that are still under way at the end, jobs of the last killed server included. */
const DRAIN_MS = 45_000;

test('should lose nothing acknowledged and complete no job twice over kills at random moments', async () => {
  const seed = Number(process.env.WAGGLE_CRASH_SEED ?? randomInt(2 ** 31));
  console.log(`WAGGLE_CRASH_SEED=${seed}`);
  const random = new SeededRandom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'waggle-crash-'));
  const recordsFiles = Array.from({ length: PARTITIONS }, (_, index) => join(folder, `records-${index + 1}.jsonl`));
  const [rest = 0, grpc = 0, management = 0] = await freePorts(3);
  const options: ServerProcessOptions = {
    dataFolder: join(folder, 'data'),
    ports: { rest, grpc, management },
    flags: ['--partitions', `${PARTITIONS}`, '--exporter', `json-lines=${join(folder, 'records-{partition}.jsonl')}`],
  };

  // given a server under load over both APIs
  const ledger = new Ledger();
  let server = await startServerProcess(options);
  await waggle(server, 'deploy', processFiles.oneTask, processFiles.messageWait);
  const loads = [startLoad(restCrashClient(server.rest), ledger), startLoad(grpcCrashClient(server.grpc), ledger)];
  try {
    // when it is killed again and again
    for (let kill = 0; kill < KILLS; kill++) {
      await sleep(random.integer(LIFE_MS.min, LIFE_MS.max));
      await server.kill();
      if (random.integer(1, KILLED_AGAIN_ONE_IN) === 1) {
        await startAndKillServerProcess(options, random.integer(START_MS.min, START_MS.max));
      }
      server = await startServerProcess(options);
    }
    await Promise.all(loads.map((load) => load.stopCreating()));

    // then everything acknowledged is there and finishes
    const expected = [
      ...ledger.instances,
      ...[...ledger.waiting].filter(([parcelId]) => ledger.published.has(parcelId)).map(([, key]) => key),
    ];
    const outcome = await untilFinished(recordsFiles, expected);
    await Promise.all(loads.map((load) => load.stop()));
    console.log(
      `${KILLS} kills: ${expected.length} instances and ${ledger.completions.size} completions acknowledged, ` +
        `${ledger.unanswered} requests unanswered`,
    );
    expect(expected.length, 'instances acknowledged: the load did not run').toBeGreaterThan(KILLS);
    const unfinished = expected.filter((key) => outcome.instanceCompletions.get(key) !== 1);
    expect(unfinished.slice(0, SHOWN_MAX), `of ${unfinished.length} instances that did not complete once`).toEqual([]);
    // and no job was completed twice, neither by what clients were told nor by what happened
    expect([...ledger.completions].filter(([, count]) => count !== 1)).toEqual([]);
    expect([...ledger.completions.keys()].filter((key) => outcome.jobCompletions.get(key) !== 1)).toEqual([]);
    expect([...outcome.jobCompletions].filter(([, count]) => count !== 1)).toEqual([]);
    // and a record that was exported before a kill reads the same after it
    expect(outcome.changedPositions).toEqual([]);
    // and searches show what happened, no more and no less
    const { instanceCompletions } = await readOutcome(recordsFiles);
    const completed = await searchAll(server.rest, '/process-instances/search', { state: 'COMPLETED' });
    const found = new Set(completed.map(({ processInstanceKey }) => String(processInstanceKey)));
    expect(found.size, 'instances that are found twice').toBe(completed.length);
    expect([...instanceCompletions.keys()].filter((key) => !found.has(key)).slice(0, SHOWN_MAX)).toEqual([]);
    expect([...found].filter((key) => !instanceCompletions.has(key)).slice(0, SHOWN_MAX)).toEqual([]);
    expect(await server.stop()).toBe(0);
    await rm(folder, { recursive: true, force: true });
  } catch (error) {
    console.log(`Data and exported records are kept in ${folder}`);
    throw error;
  } finally {
    await Promise.all(loads.map((load) => load.stop()));
    await server.kill();
  }
});

async function untilFinished(recordsFiles: readonly string[], instances: readonly string[]) {
  const endMs = performance.now() + DRAIN_MS;
  for (;;) {
    const outcome = await readOutcome(recordsFiles);
    const isFinished = instances.every((key) => outcome.instanceCompletions.has(key));
    if (isFinished || performance.now() > endMs) return outcome;
    await sleep(1_000);
  }
}
