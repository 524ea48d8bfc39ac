import { join } from 'node:path';
import { startRdbmsExport } from '@waggle/exporters';
import { SharedPositions } from '@waggle/protocol';
import { startSearch } from '@waggle/search';
import { pino } from 'pino';

const CATCH_UP_MS = 600_000;
const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;

/**
 * The read side of a broker with one partition.
 * @param setting `sqlite` (in the data folder) or a URL; `undefined` = none.
 * @param keepsHistory whether records of instances are kept, too.
 * @param isWatched whether somebody wants to be told of every change.
 */
export async function startReadSide(setting: string | undefined, keepsHistory: boolean, isWatched: boolean) {
  if (setting === undefined) return undefined;
  const database =
    setting === 'sqlite'
      ? ({ kind: 'sqlite', path: join(process.argv[2]!, 'secondary-storage', 'waggle.db') } as const)
      : ({ kind: 'postgres', url: setting } as const);
  const positions = new SharedPositions({ partitionCount: 1 });
  const logger = pino({ level: 'warn' });
  const folder = join(process.argv[2]!, 'secondary-storage', 'record-history');
  const rdbmsExport = await startRdbmsExport({
    database,
    positions: positions.buffer,
    recordHistory: keepsHistory ? { folder, retentionMs: WEEK_MS, freeBytesMin: 0 } : undefined,
    logger,
  });
  if (isWatched) await rdbmsExport.changes.watch({ isEverything: true, processInstanceKeys: [] });
  const search = startSearch({ database, positions: positions.buffer });
  return {
    feed: rdbmsExport.feed,
    records: () => ({ committed: positions.committed(1), exported: positions.exported(1) }),
    async caughtUp(): Promise<void> {
      const isCaughtUp = await positions.waitForExported(positions.committedAll(), CATCH_UP_MS);
      if (!isCaughtUp) throw new Error(`Expected the export to catch up within ${CATCH_UP_MS} ms, but it did not`);
    },
    /** @throws a search that comes right behind the write does not find it. */
    async find(processInstanceKey: string): Promise<void> {
      const answer = await search.read({ kind: 'get', entity: 'ProcessInstance', key: processInstanceKey });
      if (answer.body === undefined)
        throw new Error(`Expected to find instance ${processInstanceKey}, but it is not there`);
    },
    async close(): Promise<void> {
      await search.close();
      await rdbmsExport.close();
    },
  };
}
