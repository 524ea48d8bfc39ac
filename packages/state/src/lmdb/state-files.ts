/**
 * The files of one state folder, looked at before LMDB maps them: LMDB trusts them, and a file it cannot trust ends the
 * process with a signal instead of an error.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { StateDamagedError } from '../errors.ts';
import { areAllPagesThere } from './reachable-pages.ts';

const DATA_FILE = 'data.mdb';
const LOCK_FILE = 'lock.mdb';

/** Fields of the two pages at the start of the file that say where the state is. */
const META = {
  magic: 24,
  version: 28,
  pageSize: 48,
  freeRoot: 88,
  root: 136,
  lastPage: 144,
  transaction: 152,
  bytes: 160,
};
const MAGIC = 0xbeefc0de;
const VERSION = 2;
const PAGE_BYTES_MIN = 512;
const PAGE_BYTES_MAX = 65536;

/**
 * Deletes the state of a folder, to be built again from the log. Deletes the folder too when nothing else is in it.
 * Only while no store has it open.
 */
export function removeLmdbState(folder: string): void {
  for (const file of [DATA_FILE, LOCK_FILE]) rmSync(join(folder, file), { force: true });
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}

/**
 * Creates the folder, or checks what is in it. Damage within pages is not looked for: that would read the whole file.
 * @throws {StateDamagedError} the file is not a state, or not a whole one.
 */
export function prepareStateFiles(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, DATA_FILE);
    if (!existsSync(file)) return;
    const descriptor = openSync(file, 'r+');
    try {
      checkDataFile(folder, descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof StateDamagedError) throw error;
    throw new StateDamagedError(folder, `its files cannot be opened (${(error as Error).message})`, { cause: error });
  }
}

function checkDataFile(folder: string, descriptor: number): void {
  const size = fstatSync(descriptor).size;
  // LMDB begins a new state in an empty file.
  if (size === 0) return;
  const first = readMeta(descriptor, 0);
  const second = first === undefined ? undefined : readMeta(descriptor, first.pageSize);
  if (first === undefined || second === undefined) {
    throw new StateDamagedError(folder, `"${DATA_FILE}" does not begin like a state`);
  }
  const { pageSize, lastPage, root, freeRoot } = first.transaction > second.transaction ? first : second;
  const sizeExpected = (lastPage + 1) * pageSize;
  if (size >= sizeExpected) return;
  // A healthy file may lack pages that were taken and given back within one transaction. Others must be there: reading
  // behind the end of a mapped file ends the process.
  const file = { descriptor, pageSize, pageCount: Math.floor(size / pageSize) };
  if (!areAllPagesThere(file, root) || !areAllPagesThere(file, freeRoot)) {
    throw new StateDamagedError(folder, `"${DATA_FILE}" has ${size} of ${sizeExpected} bytes`);
  }
  ftruncateSync(descriptor, sizeExpected);
}

interface Meta {
  readonly pageSize: number;
  readonly root: bigint;
  readonly freeRoot: bigint;
  readonly lastPage: number;
  readonly transaction: bigint;
}

function readMeta(descriptor: number, offset: number): Meta | undefined {
  const bytes = new DataView(new ArrayBuffer(META.bytes));
  const isLittle = endianness() === 'LE';
  if (readSync(descriptor, bytes, 0, META.bytes, offset) < META.bytes) return undefined;
  if (bytes.getUint32(META.magic, isLittle) !== MAGIC) return undefined;
  if ((bytes.getUint32(META.version, isLittle) & 0xffff) !== VERSION) return undefined;
  const pageSize = bytes.getUint32(META.pageSize, isLittle);
  if (pageSize < PAGE_BYTES_MIN || pageSize > PAGE_BYTES_MAX) return undefined;
  return {
    pageSize,
    root: bytes.getBigUint64(META.root, isLittle),
    freeRoot: bytes.getBigUint64(META.freeRoot, isLittle),
    lastPage: Number(bytes.getBigUint64(META.lastPage, isLittle)),
    transaction: bytes.getBigUint64(META.transaction, isLittle),
  };
}
