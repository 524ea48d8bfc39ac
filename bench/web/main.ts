/** `npm run bench:web`: how long pages of the web apps take in Chromium, and each of their requests, over many instances. */
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../../tests/web/chromium-program.ts';
import { repositoryPath } from '../repository-path.ts';
import { measureActions } from './measure-actions.ts';
import { measureVisits } from './measure-visits.ts';
import { startDemoServer, startLargeInstanceServer, startManyInstancesServer } from './servers.ts';
import { actionTable, requestTable, visitTable } from './tables.ts';
import { visitsOfLargeInstance, visitsOfManyInstances } from './visits.ts';

const { values } = parseArgs({
  options: {
    instances: { type: 'string', default: '1100000' },
    folder: { type: 'string', default: join(repositoryPath, '.waggle', 'bench-search') },
    elements: { type: 'string', default: '10000' },
    repetitions: { type: 'string', default: '10' },
    only: { type: 'string', default: '' },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const usage = `npm run bench:web -- [options]

  --instances N      of them one in eleven is running; default 1,100,000
  --folder DIR       for the data, shared with bench:search; default .waggle/bench-search
  --keep             uses data that is there although tables have changed since
  --elements N       element instances of the large instance; default 10,000
  --repetitions N    of each visit; default 10
  --only TEXT        visits whose name has this text; "actions" for what one does
`;

if (values.help) console.log(usage);
else await run();

async function run(): Promise<void> {
  const repetitions = Number(values.repetitions);
  const parts = [
    {
      start: () =>
        startManyInstancesServer({
          folder: resolve(values.folder, values.instances),
          instances: Number(values.instances),
          keep: values.keep,
        }),
      visits: visitsOfManyInstances,
    },
    { start: () => startLargeInstanceServer(Number(values.elements)), visits: visitsOfLargeInstance },
  ];
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
  for (const { start, visits } of parts) {
    const chosen = visits.filter(({ name }) => name.includes(values.only));
    if (chosen.length === 0) continue;
    await using server = await start();
    const results = await measureVisits(browser, server, chosen, repetitions);
    console.log(`\n${visitTable(results)}\n\n${requestTable(results)}\n`);
  }
  if (values.only === '' || values.only === 'actions') {
    await using server = await startDemoServer();
    console.log(`${actionTable(await measureActions(browser, server, repetitions))}\n`);
  }
  await browser.close();
  const load = loadavg().map((value) => value.toFixed(1));
  console.log(
    `${cpus().length} cores, ${cpus()[0]?.model.trim()}, Node ${process.versions.node}. Load average ${load.join(' ')}.`,
  );
}
