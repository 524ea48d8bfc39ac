/**
 * The export into the secondary storage, in a thread of its own for all partitions.
 *
 * 1. The database holds the positions it reflects, so the thread may die at any moment: the next one resumes there.
 * 2. A database that refuses at the start (password, a newer schema, a damaged file) is the operator's mistake and stops the
 *    start. One that is away is waited for, then and later; meanwhile the engine goes on and the log grows.
 */
import type { RecordFeed } from '@waggle/broker';
import type { Key } from '@waggle/protocol';
import type { RecordHistorySettings } from '@waggle/secondary-storage';
import type { Logger } from 'pino';
import { FeedThread } from '../feed-thread.ts';
import { ChangeWatch } from './changes/change-watch.ts';
import type { DatabaseLocation, ExportStart, FromExport, ToExport } from './export-messages.ts';
import type { Removed } from './retention/retention.ts';
import { DEFAULT_RETENTION, type RetentionSettings } from './retention/retention-settings.ts';

export interface RdbmsExportSettings {
  readonly database: DatabaseLocation;
  /** Of the server's {@link SharedPositions}. */
  readonly positions: SharedArrayBuffer;
  /** How long what has ended is kept. Default {@link DEFAULT_RETENTION}. */
  readonly retention?: Partial<RetentionSettings> | undefined;
  /** Where the records of process instances are kept, and for how long. Default: they are not. */
  readonly recordHistory?: RecordHistorySettings | undefined;
  readonly logger: Logger;
}

export interface RunningRdbmsExport {
  /** For the broker. */
  readonly feed: RecordFeed;
  /** What is wrong, for people; `undefined` = nothing. */
  readonly problem: string | undefined;
  /** What the retention removed since the start, and how late it is now. */
  readonly removed: Removed;
  /** Tells of batch operations whose items are to be delivered, those of before included. */
  onItemsWanted(listener: (batchOperationKey: Key) => void): void;
  /** What is stored, for those who want to know when it is. */
  readonly changes: Pick<ChangeWatch, 'watch' | 'onChanges'>;
  /** Bytes of the record history, as of some seconds ago; `undefined` = none is kept, or it is not known yet. */
  readonly historyBytes: number | undefined;
  /** Commits what came. The broker must be closed before, so that nothing else comes. */
  close(): Promise<void>;
}

/** @throws the database cannot be opened. */
export async function startRdbmsExport(settings: RdbmsExportSettings): Promise<RunningRdbmsExport> {
  const running = new RdbmsExportThread(settings);
  await running.start();
  return running;
}

class RdbmsExportThread implements RunningRdbmsExport {
  historyBytes: number | undefined;
  problem: string | undefined;
  removed: Removed = { processInstances: 0, rows: 0, lateMs: 0 };
  readonly #logger: Logger;
  readonly changes = new ChangeWatch((message) => this.#thread.post(message));
  readonly #thread: FeedThread<FromExport, ToExport>;
  #onItemsWanted: ((batchOperationKey: Key) => void) | undefined;
  /** Before anybody listens. */
  readonly #itemsWanted: Key[] = [];

  constructor({ database, positions, retention, recordHistory, logger }: RdbmsExportSettings) {
    this.#logger = logger;
    const start: ExportStart = {
      database,
      positions,
      retention: { ...DEFAULT_RETENTION, ...retention },
      recordHistory,
    };
    this.#thread = new FeedThread({
      id: 'secondary-storage',
      script: new URL('./export-thread.ts', import.meta.url),
      workerData: start,
      positions,
      onMessage: (message: FromExport) => {
        this.#receive(message);
        // A database that is away holds nobody up: the log keeps what it shall have.
        return message.kind === 'ready' || message.kind === 'failure';
      },
      onError: (error) => {
        this.problem = `The export into the secondary storage ended: ${error instanceof Error ? error.message : String(error)}`;
        // A refusal says what to change; where in the code it came up helps nobody. Everything else is a mistake of ours.
        if (error instanceof Error && 'code' in error && error.code === 'REFUSED') logger.error(this.problem);
        else logger.error({ err: error }, 'The export into the secondary storage ended');
      },
    });
  }

  get feed(): RecordFeed {
    return this.#thread.feed;
  }

  start(): Promise<void> {
    return this.#thread.start();
  }

  close(): Promise<void> {
    return this.#thread.close();
  }

  onItemsWanted(listener: (batchOperationKey: Key) => void): void {
    this.#onItemsWanted = listener;
    for (const key of this.#itemsWanted.splice(0)) listener(key);
  }

  #receive(message: FromExport): void {
    const logger = this.#logger;
    switch (message.kind) {
      case 'ready':
        this.problem = undefined;
        this.changes.started();
        break;
      case 'failure':
        this.problem = `The secondary storage cannot be written: ${message.message}`;
        logger.warn({ nextTryMs: message.nextTryMs }, `${this.problem}. It is tried again`);
        break;
      case 'recovered':
        this.problem = undefined;
        logger.info('The secondary storage can be written again');
        break;
      case 'removed':
        this.removed = {
          processInstances: this.removed.processInstances + message.removed.processInstances,
          rows: this.removed.rows + message.removed.rows,
          lateMs: message.removed.lateMs,
        };
        break;
      case 'watching':
        this.changes.watching(message.number);
        break;
      case 'changed':
        this.changes.changed(message.changes);
        break;
      case 'items-wanted':
        if (this.#onItemsWanted === undefined) this.#itemsWanted.push(message.batchOperationKey);
        else this.#onItemsWanted(message.batchOperationKey);
        break;
      case 'history-size':
        this.historyBytes = message.bytes;
        break;
      case 'history-shortened':
        logger.warn(
          { bytes: message.bytes },
          'The disk is nearly full: the oldest records of the history went before their time',
        );
        break;
    }
  }
}
