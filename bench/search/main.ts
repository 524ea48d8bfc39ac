/** `npm run bench:search`: how long searches and statistics take over many instances, on SQLite and PostgreSQL. */
import { mkdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryPath } from '../repository-path.ts';
import { type SearchData, searchData } from './make-data.ts';
import { measureReads, type ReadResult } from './measure-reads.ts';
import { measuredReads } from './measured-reads.ts';
import type { DatabaseKind } from './search-database.ts';
import { searchTable } from './search-table.ts';

const { values } = parseArgs({
  options: {
    instances: { type: 'string', default: '1100000' },
    database: { type: 'string', default: 'sqlite,postgres' },
    folder: { type: 'string', default: join(repositoryPath, '.waggle', 'bench-search') },
    only: { type: 'string', default: '' },
    repetitions: { type: 'string', default: '40' },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const usage = `npm run bench:search -- [options]

  --instances N        of them one in eleven is running; default 1,100,000
  --database KIND,…    default sqlite,postgres
  --folder DIR         for the data, which is used again the next time; default .waggle/bench-search
  --keep               uses data that is there although tables have changed since
  --only TEXT          reads whose name has this text
  --repetitions N      of each read; default 40
`;

if (values.help) console.log(usage);
else await run();

async function run(): Promise<void> {
  const instances = Number(values.instances);
  const folder = resolve(values.folder, String(instances));
  const reads = measuredReads.filter(({ name }) => name.includes(values.only));
  mkdirSync(folder, { recursive: true });
  const columns: { data: SearchData; results: ReadonlyMap<string, ReadResult | string> }[] = [];
  for (const kind of values.database.split(',') as DatabaseKind[]) {
    const data = await searchData(kind, { folder, instances, keep: values.keep });
    try {
      columns.push({ data, results: await measureReads(data, reads, Number(values.repetitions)) });
    } finally {
      await data.database.close();
    }
  }
  console.log(`\n${searchTable(reads, columns)}\n`);
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');
  console.log(
    `${cpus().length} cores, ${cpus()[0]?.model.trim()}, Node ${process.versions.node}. Load average ${load}.`,
  );
}
