/**
 * The export into the secondary storage, in a thread of its own for all partitions.
 *
 * 1. The database holds the positions it reflects, so the thread may die at any moment: the next one resumes there.
 * 2. A database that refuses at the start (password, a newer schema, a damaged file) is the operator's mistake and stops the
 *    start. One that is away is waited for, then and later; meanwhile the engine goes on and the log grows.
 */
import { MessageChannel, Worker } from 'node:worker_threads';
import type { RecordFeed, RecordFeedConnection } from '@waggle/broker';
import type { Key } from '@waggle/protocol';
import type { RecordHistorySettings } from '@waggle/secondary-storage';
import type { Logger } from 'pino';
import type { DatabaseLocation, ExportStart, FromExport, ToExport } from './export-messages.ts';
import type { Removed } from './retention/retention.ts';
import { DEFAULT_RETENTION, type RetentionSettings } from './retention/retention-settings.ts';

const RESTART_MS_MIN = 100;
const RESTART_MS_MAX = 10_000;

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
  /** Bytes of the record history, as of some seconds ago; `undefined` = none is kept, or it is not known yet. */
  readonly historyBytes: number | undefined;
  /** Commits what came. The broker must be closed before, so that nothing else comes. */
  close(): Promise<void>;
}

/** @throws the database cannot be opened. */
export async function startRdbmsExport(settings: RdbmsExportSettings): Promise<RunningRdbmsExport> {
  const running = new ExportThreads(settings);
  try {
    await running.start();
  } catch (error) {
    // Nobody is there for whom the next thread could do any better.
    await running.close();
    throw error;
  }
  return running;
}

class ExportThreads implements RunningRdbmsExport {
  readonly feed: RecordFeed;
  historyBytes: number | undefined;
  problem: string | undefined;
  removed: Removed = { processInstances: 0, rows: 0, lateMs: 0 };
  readonly #settings: RdbmsExportSettings;
  #worker: Worker | undefined;
  #reconnect: (() => void) | undefined;
  #restartMs = RESTART_MS_MIN;
  #isClosing = false;
  #onItemsWanted: ((batchOperationKey: Key) => void) | undefined;
  /** Before anybody listens. */
  readonly #itemsWanted: Key[] = [];

  constructor(settings: RdbmsExportSettings) {
    this.#settings = settings;
    this.feed = {
      id: 'secondary-storage',
      connect: (partitionId) => this.#connect(partitionId),
      onReconnect: (reconnect) => {
        this.#reconnect = reconnect;
        return () => {
          this.#reconnect = undefined;
        };
      },
    };
  }

  start(): Promise<void> {
    const { database, positions, recordHistory } = this.#settings;
    const retention = { ...DEFAULT_RETENTION, ...this.#settings.retention };
    const start: ExportStart = { database, positions, retention, recordHistory };
    const worker = new Worker(new URL('./export-thread.ts', import.meta.url), { workerData: start });
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      worker.on('message', (message: FromExport) => {
        if (message.kind === 'ready') {
          this.#restartMs = RESTART_MS_MIN;
          this.problem = undefined;
          resolve();
        }
        this.#receive(message);
        // A database that is away holds nobody up: the log keeps what it shall have.
        if (message.kind === 'failure') resolve();
      });
      worker.on('error', (error) => {
        reject(error);
        this.#settings.logger.error({ err: error }, 'The export into the secondary storage ended');
        this.problem = `The export into the secondary storage ended: ${error instanceof Error ? error.message : String(error)}`;
      });
      worker.on('exit', () => this.#onExit(worker));
    });
  }

  onItemsWanted(listener: (batchOperationKey: Key) => void): void {
    this.#onItemsWanted = listener;
    for (const key of this.#itemsWanted.splice(0)) listener(key);
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    const worker = this.#worker;
    if (worker === undefined) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    this.#post({ kind: 'close' });
    await ended;
  }

  #connect(partitionId: number): RecordFeedConnection {
    const { port1, port2 } = new MessageChannel();
    this.#worker?.postMessage({ kind: 'connect', partitionId, port: port2 } satisfies ToExport, [port2]);
    return { port: port1, positions: this.#settings.positions };
  }

  #post(message: ToExport): void {
    this.#worker?.postMessage(message);
  }

  #receive(message: FromExport): void {
    const { logger } = this.#settings;
    switch (message.kind) {
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

  #onExit(worker: Worker): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    if (this.#isClosing) return;
    const waitMs = this.#restartMs;
    this.#restartMs = Math.min(waitMs * 2, RESTART_MS_MAX);
    const timer = setTimeout(() => {
      if (this.#isClosing) return;
      this.start().then(
        () => this.#reconnect?.(),
        // Its own 'error' event told; the next try comes with the exit.
        () => undefined,
      );
    }, waitMs);
    timer.unref();
  }
}
