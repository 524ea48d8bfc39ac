import type { EngineLimits } from '@waggle/engine';
import type { GlobalListenerDescription } from '@waggle/protocol';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { ExporterDefinition } from './exporter.ts';
import type { PartitionLimits } from './partition-limits.ts';
import type { PartitionStorage } from './partition-storage.ts';
import type { RecordFeed } from './record-feed.ts';
import type { RequestLimiterOptions } from './request-limiter.ts';

export interface BrokerOptions {
  /** Created when missing. Give this or `inMemory`. */
  readonly dataFolder?: string;
  /** Keeps everything in memory: it is gone when the process ends. */
  readonly inMemory?: boolean;
  /** Fixed for the life of a data folder. Default 1. */
  readonly partitionCount?: number;
  /** Where partitions run. Default `auto`: several, with a data folder and more than one core, in a worker each; else in the caller's thread. */
  readonly threads?: 'auto' | 'main' | 'workers';
  /** Default: silent. */
  readonly logger?: Logger;
  /** Default: the machine's. Only in the caller's thread. */
  readonly clock?: Clock;
  readonly exporters?: readonly ExporterDefinition[];
  /** Exporters whose other end lives in a thread of its own. */
  readonly recordFeeds?: readonly RecordFeed[];
  readonly limits?: Partial<PartitionLimits>;
  readonly engineLimits?: Partial<EngineLimits>;
  /** Listeners for the user tasks of every process, besides those that clients make. Those of earlier starts go. Default none. */
  readonly globalListeners?: readonly GlobalListenerDescription[];
  /** Refuses a second running root instance of a process with one business id, on each partition. Default `false`. */
  readonly hasUniqueBusinessIds?: boolean;
  /** How many commands may wait; `false` turns the limiter off and leaves the queue's bound. */
  readonly limiter?: Partial<RequestLimiterOptions> | false;
  /** Free bytes in the data folder below which commands are refused; 0 = never. Default 1 GiB. */
  readonly diskFreeBytesMin?: number;
  /** Reads the free bytes; default: of the data folder's file system. */
  readonly freeBytes?: () => Promise<number>;
  /** What the topology tells clients. Default: node 0 at 0.0.0.0:26500. */
  readonly advertised?: { readonly nodeId?: number; readonly host?: string; readonly port?: number };
  /** Keeps partitions elsewhere than in the data folder or in memory; only in the caller's thread. */
  readonly storage?: (partitionId: number) => PartitionStorage;
}
