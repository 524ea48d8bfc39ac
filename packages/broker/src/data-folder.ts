/**
 * The folder a broker lives in:
 *
 *     lock           kept by the running process
 *     meta.json      what must never change
 *     exporting.json whether exporting is paused; missing = it is not
 *     exporters      positions of exporters that have threads of their own
 *     partition-<n>  log, state, other exporters
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FolderLock, lockFolder } from '@waggle/log';
import { BrokerError } from './errors.ts';
import { replaceFile } from './replace-file.ts';

/** Version of the layout above. */
const FORMAT = 1;
const META_NAME = 'meta.json';

export interface DataFolder {
  readonly path: string;
  readonly clusterId: string;
  partitionFolder(partitionId: number): string;
  readonly exportingFile: string;
  /** Lets other processes in. */
  release(): Promise<void>;
}

interface Meta {
  readonly format: number;
  readonly clusterId: string;
  readonly partitionCount: number;
}

/** @throws {FolderLockedError} @throws {BrokerError} NEWER_FORMAT, PARTITION_COUNT_CHANGED. */
export async function openDataFolder(path: string, partitionCount: number): Promise<DataFolder> {
  await mkdir(path, { recursive: true });
  const lock = await lockFolder(path);
  try {
    const { clusterId } = await openMeta(path, partitionCount);
    return dataFolder(path, clusterId, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function dataFolder(path: string, clusterId: string, lock: FolderLock): DataFolder {
  return {
    path,
    clusterId,
    exportingFile: join(path, 'exporting.json'),
    partitionFolder: (partitionId) => join(path, `partition-${partitionId}`),
    release: () => lock.release(),
  };
}

async function openMeta(path: string, partitionCount: number): Promise<Meta> {
  const found = await readMeta(path);
  if (found === undefined) {
    const meta: Meta = { format: FORMAT, clusterId: randomUUID(), partitionCount };
    await writeMeta(path, meta);
    return meta;
  }
  if (found.format > FORMAT) {
    throw new BrokerError(
      'NEWER_FORMAT',
      `Expected the data folder ${path} to have format ${FORMAT} or older, but it has format ${found.format}. Start the release that wrote it, or a newer one`,
    );
  }
  if (found.partitionCount !== partitionCount) {
    throw new BrokerError(
      'PARTITION_COUNT_CHANGED',
      `Expected ${partitionCount} partitions in the data folder ${path}, but it was created with ${found.partitionCount}. The count cannot change: start with ${found.partitionCount} partitions, or choose an empty folder`,
    );
  }
  return found;
}

async function readMeta(path: string): Promise<Meta | undefined> {
  let text: string;
  try {
    text = await readFile(join(path, META_NAME), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const meta: unknown = parse(text);
  if (typeof meta === 'object' && meta !== null) {
    const { format, clusterId, partitionCount } = meta as Record<string, unknown>;
    if (typeof format === 'number' && typeof clusterId === 'string' && typeof partitionCount === 'number') {
      return { format, clusterId, partitionCount };
    }
  }
  throw new BrokerError(
    'INVALID_OPTION',
    `Expected ${join(path, META_NAME)} to hold format, clusterId and partitionCount, but it does not. Restore the file from a backup of the folder`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Told by the caller, together with the file's name.
    return undefined;
  }
}

/** Replaced as a whole and durable, so that a crash at the first start leaves an empty folder or a complete one. */
function writeMeta(path: string, meta: Meta): Promise<void> {
  return replaceFile(join(path, META_NAME), `${JSON.stringify(meta, undefined, 2)}\n`);
}
