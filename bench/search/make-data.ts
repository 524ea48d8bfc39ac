import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startRdbmsExport } from '@waggle/exporters';
import { SharedPositions } from '@waggle/protocol';
import { migrations } from '@waggle/secondary-storage';
import { pino } from 'pino';
import { copyToPostgres } from './copy-to-postgres.ts';
import { InstanceHistory } from './instance-history.ts';
import { Progress } from './progress.ts';
import { RecordFeeder } from './record-feeder.ts';
import { type DatabaseKind, openSearchDatabase, type SearchDatabase, settle } from './search-database.ts';

export interface SearchData {
  readonly database: SearchDatabase;
  readonly instances: number;
  /** When the last instance began. */
  readonly endMs: number;
  /** Written by one export with nothing else at work; `undefined` = the rows are those of the other database. */
  readonly instancesPerSecond: number | undefined;
  readonly bytes: number;
}

export interface SearchDataOptions {
  readonly folder: string;
  readonly instances: number;
  /** Use data that is there although tables have changed. */
  readonly keep: boolean;
}

/** In the folder of a database that is filled. */
const MARKER = 'finished.json';

interface Finished {
  readonly instances: number;
  readonly endMs: number;
  readonly instancesPerSecond?: number;
  readonly bytes: number;
  readonly schema: string;
}

/** Opens a database with the data of so many instances; one that was made before, for the same tables, is used again. */
export async function searchData(
  kind: DatabaseKind,
  { folder: parent, instances, keep }: SearchDataOptions,
): Promise<SearchData> {
  const folder = join(parent, kind);
  const schema = schemaText(kind);
  const found = finishedIn(folder);
  const isUsable = found?.instances === instances && (keep || found.schema === schema);
  if (!isUsable) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const database = await openSearchDatabase(kind, folder);
  if (isUsable) return { database, instancesPerSecond: undefined, ...found };
  const filled = await fill(database, parent, instances);
  process.stderr.write(`${kind}: statistics and checkpoint …\n`);
  await settle(database);
  const finished: Finished = { ...filled, instances, bytes: await database.size(), schema };
  writeFileSync(join(folder, MARKER), JSON.stringify(finished));
  return { database, instancesPerSecond: undefined, ...finished };
}

function finishedIn(folder: string): Finished | undefined {
  const marker = join(folder, MARKER);
  return existsSync(marker) ? (JSON.parse(readFileSync(marker, 'utf8')) as Finished) : undefined;
}

async function fill(
  database: SearchDatabase,
  parent: string,
  instances: number,
): Promise<Pick<Finished, 'endMs' | 'instancesPerSecond'>> {
  const inSqlite = finishedIn(join(parent, 'sqlite'));
  if (database.location.kind === 'postgres' && inSqlite?.schema === schemaText('sqlite')) {
    await copyToPostgres(join(parent, 'sqlite', 'waggle.db'), database.location.url);
    return { endMs: inSqlite.endMs };
  }
  const endMs = Date.now();
  return { endMs, instancesPerSecond: await exportHistory(database, instances, endMs) };
}

function schemaText(kind: DatabaseKind): string {
  return migrations.flatMap((migration) => migration.statements(kind)).join(';\n');
}

async function exportHistory(database: SearchDatabase, instances: number, endMs: number): Promise<number> {
  const positions = new SharedPositions({ partitionCount: 1 });
  const rdbmsExport = await startRdbmsExport({
    database: database.location,
    positions: positions.buffer,
    logger: pino({ level: 'warn' }),
  });
  const feeder = new RecordFeeder(rdbmsExport.feed);
  const history = new InstanceHistory(instances, endMs);
  const progress = new Progress(database.kind, instances, 'instances');
  const startMs = performance.now();
  await feeder.send(history.deploy());
  while (history.created < instances) {
    for (const batch of history.round()) await feeder.send(batch);
    progress.show(history.created);
  }
  await feeder.drained();
  const seconds = (performance.now() - startMs) / 1_000;
  progress.end();
  await rdbmsExport.close();
  return instances / seconds;
}
