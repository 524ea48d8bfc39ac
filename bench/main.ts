/** `npm run bench`: measures what the promises are about, next to the raw limits of this machine, in one run. */
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { cpus, loadavg, release } from 'node:os';
import { join, resolve } from 'node:path';
import { parseBenchOptions, usage } from './bench-options.ts';
import type { Measurement } from './measurement.ts';
import { RemoteProcess } from './remote/remote-process.ts';
import { repositoryPath } from './repository-path.ts';
import type { Bench } from './row.ts';
import { rows } from './row-table.ts';
import { tableText } from './table-text.ts';

const options = parseBenchOptions(
  process.argv.slice(2),
  rows.map(({ name }) => name),
);
if (options.isHelpWanted) console.log(`${usage}\nRows: ${rows.map(({ name }) => name).join(', ')}`);
else await run();

async function run(): Promise<void> {
  const parent = resolve(options.folder ?? join(repositoryPath, '.waggle'));
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'bench-'));
  // Gigabytes; also when somebody has seen enough.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const startMs = performance.now();
  const loadBefore = loadText();
  const measurements = await measure(benchIn(folder));
  const about = {
    machine: `${cpus().length} cores, ${cpus()[0]?.model.trim()}, ${process.platform} ${release()}, Node ${process.versions.node}`,
    load: `${loadBefore} before, ${loadText()} after`,
    seconds: Math.round((performance.now() - startMs) / 1000),
  };
  console.log(`\n${tableText(measurements, options.scale)}\n`);
  console.log(`${about.machine}. Load average ${about.load}. ${about.seconds} s.`);
  if (options.jsonPath !== undefined) {
    await writeFile(options.jsonPath, `${JSON.stringify({ ...about, measurements }, undefined, 2)}\n`);
  }
}

function benchIn(folder: string): Bench {
  const { scale, profileFolder } = options;
  return {
    scale,
    newFolder: (name) => mkdtemp(join(folder, `${name}-`)),
    serverExecArgv: profileFolder === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', resolve(profileFolder)],
  };
}

async function measure(bench: Bench): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = [];
  for (const row of rows) {
    if (options.only !== undefined && !options.only.includes(row.name)) continue;
    process.stderr.write(`${row.name} …\n`);
    try {
      measurements.push(...(await row.run(bench)));
    } catch (error) {
      // Minutes of other measurements must not be lost with it.
      process.exitCode = 1;
      console.error(error);
    } finally {
      await RemoteProcess.killAll();
    }
  }
  return measurements;
}

function loadText(): string {
  return loadavg()
    .map((load) => load.toFixed(1))
    .join(' ');
}
