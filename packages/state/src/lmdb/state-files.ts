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

const DATA_FILE = 'data.mdb';
const LOCK_FILE = 'lock.mdb';

/** Fields of the two pages at the start of the file that say where the state is. */
const META = { magic: 24, version: 28, pageSize: 48, lastPage: 144, transaction: 152, bytes: 160 } as const;
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

export interface StateFilesFinding {
  /** The file is shorter than the state says: rows may be missing, so all must be read before any is trusted. */
  readonly isShort: boolean;
}

/**
 * Creates the folder, or checks what is in it.
 * @throws {StateDamagedError} the file is not a state.
 */
export function prepareStateFiles(folder: string): StateFilesFinding {
  try {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, DATA_FILE);
    if (!existsSync(file)) return { isShort: false };
    const descriptor = openSync(file, 'r+');
    try {
      return checkDataFile(folder, descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof StateDamagedError) throw error;
    throw new StateDamagedError(folder, `its files cannot be opened (${(error as Error).message})`, { cause: error });
  }
}

function checkDataFile(folder: string, descriptor: number): StateFilesFinding {
  const size = fstatSync(descriptor).size;
  // LMDB begins a new state in an empty file.
  if (size === 0) return { isShort: false };
  const first = readMeta(descriptor, 0);
  const pageSize = first?.pageSize ?? 0;
  const second = first === undefined ? undefined : readMeta(descriptor, pageSize);
  if (first === undefined || second === undefined) {
    throw new StateDamagedError(folder, `"${DATA_FILE}" does not begin like a state`);
  }
  const latest = first.transaction > second.transaction ? first : second;
  const sizeExpected = (latest.lastPage + 1) * pageSize;
  if (size >= sizeExpected) return { isShort: false };
  // Reading behind the end of a mapped file ends the process; reading zeros there is an error LMDB tells. A healthy
  // file may be short as well, by pages that were taken and given back within one transaction.
  ftruncateSync(descriptor, sizeExpected);
  return { isShort: true };
}

function readMeta(
  descriptor: number,
  offset: number,
): { pageSize: number; lastPage: number; transaction: number } | undefined {
  const bytes = new DataView(new ArrayBuffer(META.bytes));
  const isLittle = endianness() === 'LE';
  if (readSync(descriptor, bytes, 0, META.bytes, offset) < META.bytes) return undefined;
  if (bytes.getUint32(META.magic, isLittle) !== MAGIC) return undefined;
  if ((bytes.getUint32(META.version, isLittle) & 0xffff) !== VERSION) return undefined;
  const pageSize = bytes.getUint32(META.pageSize, isLittle);
  if (pageSize < PAGE_BYTES_MIN || pageSize > PAGE_BYTES_MAX) return undefined;
  return {
    pageSize,
    lastPage: Number(bytes.getBigUint64(META.lastPage, isLittle)),
    transaction: Number(bytes.getBigUint64(META.transaction, isLittle)),
  };
}
