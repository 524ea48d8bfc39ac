import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startRdbmsExport } from '@waggle/exporters';
import { SharedPositions } from '@waggle/protocol';
import { migrations } from '@waggle/secondary-storage';
import { pino } from 'pino';
import { InstanceHistory } from './instance-history.ts';
import { Progress } from './progress.ts';
import { RecordFeeder } from './record-feeder.ts';
import { type DatabaseKind, openSearchDatabase, type SearchDatabase, settle } from './search-database.ts';

export interface SearchData {
  readonly database: SearchDatabase;
  readonly instances: number;
  /** When the last instance began. */
  readonly endMs: number;
  /** Written by one export with nothing else at work. */
  readonly instancesPerSecond: number;
  readonly bytes: number;
}

export interface SearchDataOptions {
  readonly folder: string;
  readonly instances: number;
  /** Use data that is there although tables have changed. */
  readonly keep: boolean;
}

interface Finished {
  readonly instances: number;
  readonly endMs: number;
  readonly instancesPerSecond: number;
  readonly bytes: number;
  readonly schema: string;
}

/** Opens a database with the data of so many instances; one that was made before, for the same tables, is used again. */
export async function searchData(
  kind: DatabaseKind,
  { folder: parent, instances, keep }: SearchDataOptions,
): Promise<SearchData> {
  const folder = join(parent, kind);
  const marker = join(folder, 'finished.json');
  const schema = migrations.flatMap((migration) => migration.statements(kind)).join(';\n');
  const found = existsSync(marker) ? (JSON.parse(readFileSync(marker, 'utf8')) as Finished) : undefined;
  const isUsable = found !== undefined && found.instances === instances && (keep || found.schema === schema);
  if (!isUsable) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const database = await openSearchDatabase(kind, folder);
  if (isUsable) return { database, ...found };
  const endMs = Date.now();
  const instancesPerSecond = await fill(database, instances, endMs);
  process.stderr.write(`${kind}: statistics and checkpoint …\n`);
  await settle(database);
  const finished: Finished = { instances, endMs, instancesPerSecond, bytes: await database.size(), schema };
  writeFileSync(marker, JSON.stringify(finished));
  return { database, ...finished };
}

async function fill(database: SearchDatabase, instances: number, endMs: number): Promise<number> {
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
