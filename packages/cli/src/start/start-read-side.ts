import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RetentionSettings, type RunningRdbmsExport, startRdbmsExport } from '@waggle/exporters';
import { SharedPositions } from '@waggle/protocol';
import { type Search, startSearch } from '@waggle/search';
import type { Logger } from 'pino';

export interface ReadSideSettings {
  /** `sqlite` (in the data folder), `none`, or a `postgres://` URL. */
  readonly database: string;
  /** `undefined` keeps everything in memory. */
  readonly dataFolder: string | undefined;
  readonly partitionCount: number;
  /** How long records of process instances are kept; 0 = not at all. */
  readonly recordHistoryDays: number;
  /** How long what has ended is kept. Default: see {@link DEFAULT_RETENTION}. */
  readonly retention?: Partial<RetentionSettings> | undefined;
  /** Free bytes of the disk below which commands are refused; 0 = never. */
  readonly diskFreeBytesMin: number;
  /** How long a search waits for what was written before it; default 5 s. */
  readonly searchWaitMs?: number | undefined;
  /** How long the database may work for one search; default 10 s. */
  readonly searchTimeoutMs?: number | undefined;
  readonly logger: Logger;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** The record history gives way when this many times the least free bytes are left: before commands are refused. */
const HISTORY_FREE_FACTOR = 2;

/** The secondary storage of a server: what writes it and what reads it. */
export interface ReadSide {
  readonly rdbmsExport: RunningRdbmsExport;
  readonly search: Search;
  /** Ends searches. */
  closeSearch(): Promise<void>;
  /** Commits what came; the broker must be closed before. */
  closeExport(): Promise<void>;
}

/** @returns `undefined` when the server shall have none. @throws the database cannot be opened. */
export async function startReadSide(settings: ReadSideSettings): Promise<ReadSide | undefined> {
  const { database: setting, dataFolder, partitionCount, logger } = settings;
  if (setting === 'none') return undefined;
  // Threads cannot share a database in memory, so one that shall not be kept lies in a file all the same.
  const temporaryFolder = dataFolder === undefined ? mkdtempSync(join(tmpdir(), 'waggle-')) : undefined;
  const folder = temporaryFolder ?? join(dataFolder ?? '.', 'secondary-storage');
  const database =
    setting === 'sqlite'
      ? ({ kind: 'sqlite', path: join(folder, 'waggle.db') } as const)
      : ({ kind: 'postgres', url: setting } as const);
  const positions = new SharedPositions({ partitionCount }).buffer;
  const recordHistoryFolder = join(folder, 'record-history');
  const isHistoryKept = settings.recordHistoryDays > 0;
  if (!isHistoryKept) rmSync(recordHistoryFolder, { recursive: true, force: true });
  const rdbmsExport = await startRdbmsExport({
    database,
    positions,
    retention: settings.retention,
    recordHistory: isHistoryKept
      ? {
          folder: recordHistoryFolder,
          retentionMs: settings.recordHistoryDays * DAY_MS,
          freeBytesMin: HISTORY_FREE_FACTOR * settings.diskFreeBytesMin,
        }
      : undefined,
    logger,
  });
  const search = startSearch({
    database,
    positions,
    recordHistoryFolder: isHistoryKept ? recordHistoryFolder : undefined,
    freshnessTimeoutMs: settings.searchWaitMs,
    queryTimeoutMs: settings.searchTimeoutMs,
    onThreadError: (error) =>
      logger.error({ err: error }, 'A reader of the secondary storage ended; the next one follows'),
  });
  return {
    rdbmsExport,
    search,
    closeSearch: () => search.close(),
    async closeExport() {
      await rdbmsExport.close();
      if (temporaryFolder !== undefined) rmSync(temporaryFolder, { recursive: true, force: true });
    },
  };
}
