import { startBroker } from '@waggle/broker';
import { waitUntil } from '@waggle/broker/test';
import { startRdbmsExport } from '@waggle/exporters';
import { SharedPositions } from '@waggle/protocol';
import { pino } from 'pino';

const CAUGHT_UP_MS = 30_000;

/** A broker in this process whose records are exported into a database, by a thread as in a server. */
export async function startExportingBroker(url: string, dataFolder: string, partitionCount: number) {
  const positions = new SharedPositions({ partitionCount });
  const rdbmsExport = await startRdbmsExport({
    database: { kind: 'postgres', url },
    positions: positions.buffer,
    logger: pino({ level: 'silent' }),
  });
  const broker = await startBroker({
    dataFolder,
    partitionCount,
    recordFeeds: [rdbmsExport.feed],
    diskFreeBytesMin: 0,
  });
  return {
    broker,
    rdbmsExport,
    async isCaughtUp() {
      await waitUntil(() => positions.committedAll().every((position) => position > 0), 'partitions to have a log');
      if (!(await positions.waitForExported(positions.committedAll(), CAUGHT_UP_MS))) {
        throw new Error(`Expected everything to be exported, but: ${rdbmsExport.problem ?? 'no problem is told'}`);
      }
    },
    async close() {
      await broker.close();
      await rdbmsExport.close();
    },
  };
}
