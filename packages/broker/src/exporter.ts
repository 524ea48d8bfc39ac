/**
 * What a broker tells the outside about its records: each exporter gets every durable record of a partition in order, at
 * least once, and acknowledges what it has stored. The log keeps what is not acknowledged.
 */
import type { LogRecord, RecordType, ValueType } from '@waggle/protocol';
import type { Logger } from 'pino';
import type { RecordView } from './record-view.ts';

export interface Exporter {
  /** Reads the configuration and sets a filter. An error here is the operator's mistake: the broker does not start. */
  configure(context: ExporterContext): void | Promise<void>;
  /** Connects. Repeated with growing pauses while it fails. */
  open(controller: ExporterController): void | Promise<void>;
  /** Takes the next record. Repeated with growing pauses while it fails; later records wait, other exporters do not. */
  export(record: RecordView): void | Promise<void>;
  /** No record waits at the moment: what is collected may be written now. Repeated while it fails. */
  flush?(): void | Promise<void>;
  close(): void | Promise<void>;
}

export interface ExporterContext {
  readonly exporterId: string;
  readonly partitionId: number;
  readonly configuration: Readonly<Record<string, unknown>>;
  readonly logger: Logger;
  /** Folder of its own that exists; `undefined` when the broker keeps nothing on disk. */
  readonly folder: string | undefined;
  /** Records the filter refuses are skipped. Without a filter all records come. */
  setFilter(filter: ExporterFilter): void;
}

export interface ExporterFilter {
  /** Absent = all. */
  readonly recordTypes?: readonly RecordType[];
  /** Absent = all. */
  readonly valueTypes?: readonly ValueType[];
  accepts?(record: LogRecord): boolean;
}

export interface ExporterController {
  /** Position up to which everything was stored by earlier runs; 0 at the first start. */
  readonly lastExportedPosition: number;
  /** Everything up to this position is stored and will not be asked for again. */
  updateLastExportedPosition(position: number): void;
  /** Runs a task once later, unless the exporter is closed before. @returns cancels it. */
  scheduleTask(delayMs: number, task: () => void | Promise<void>): () => void;
}

/** How an exporter comes into a broker: by module, because partitions may run in threads of their own. */
export interface ExporterDefinition {
  /** Names the exporter for ever: its position is kept under this name. */
  readonly id: string;
  /** URL or package name of a module whose export `createExporter` is an {@link ExporterFactory}. */
  readonly module?: string;
  /** In place of a module, where partitions run in the caller's thread. */
  readonly create?: ExporterFactory;
  /** Plain data. */
  readonly configuration?: Readonly<Record<string, unknown>>;
}

export type ExporterFactory = () => Exporter;
