/**
 * Keeps a second process out of a folder.
 *
 * The lock is one the kernel keeps on an open file, taken through SQLite (`BEGIN IMMEDIATE` on an empty database): the
 * only way in plain Node to get one. It ends with the process however that dies, needs no clean-up, knows exactly one
 * winner, and also holds between containers that share the folder, where process ids and sockets say nothing. The lock
 * file stays when the lock is released: removing it would let two processes lock two files of the same name.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { FolderLockedError } from './errors.ts';

const LOCK_NAME = 'lock';
/** Tells whom the lock belongs to. Never the lock file itself: reading that would drop the lock of its own process. */
const OWNER_NAME = 'lock-owner.json';
const OWNER_DRAFT_NAME = 'lock-owner.json.draft';

const SQLITE_BUSY = 5;

/** Keeps locks from the garbage collector, which would release what its owner merely does not look at any more. */
const held = new Set<DatabaseSync>();

export interface FolderLock {
  readonly folder: string;
  /** Idempotent. */
  release(): Promise<void>;
}

/**
 * Locks a folder, created when missing, until the lock is released or the process ends.
 * @throws {FolderLockedError} another process holds it, or another part of this one.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true });
  const database = takeLock(folder) ?? (await throwLocked(folder));
  try {
    const owner = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
    await writeFile(join(folder, OWNER_DRAFT_NAME), `${JSON.stringify(owner)}\n`);
    await rename(join(folder, OWNER_DRAFT_NAME), join(folder, OWNER_NAME));
  } catch (error) {
    // A full disk must not keep its owner out: the lock itself needs no room, only the name of its holder does.
    if (!isDiskFull(error)) {
      database.close();
      throw error;
    }
  }
  held.add(database);
  return {
    folder,
    release: async () => {
      if (!held.delete(database)) return;
      try {
        await rm(join(folder, OWNER_NAME), { force: true });
      } finally {
        database.close();
      }
    },
  };
}

/** Whether a file in a locked folder belongs to the lock. */
export function isLockFile(name: string): boolean {
  return name === LOCK_NAME || name === OWNER_NAME || name === OWNER_DRAFT_NAME;
}

/** @returns `undefined` when somebody else has the lock. */
function takeLock(folder: string): DatabaseSync | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(folder, LOCK_NAME), { timeout: 0 });
    // The journal in memory: a file of it would only be litter after a crash.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN IMMEDIATE');
    return database;
  } catch (cause) {
    database?.close();
    if (cause instanceof Error && 'errcode' in cause && cause.errcode === SQLITE_BUSY) return undefined;
    throw new Error(
      `Expected to lock ${join(folder, LOCK_NAME)}, but could not (${cause instanceof Error ? cause.message : cause}). ` +
        'Check that this user may write there, and that the file system supports file locks.',
      { cause },
    );
  }
}

async function throwLocked(folder: string): Promise<never> {
  const owner = await readOwner(folder);
  const who =
    owner === undefined
      ? 'another process'
      : owner.pid === process.pid && owner.host === hostname()
        ? `this process (${owner.pid}) already`
        : `process ${owner.pid} on ${owner.host} since ${owner.since}`;
  throw new FolderLockedError(
    folder,
    owner?.pid,
    `Expected ${folder} for this process alone, but ${who} uses it. Stop that process, or configure another folder.`,
  );
}

async function readOwner(folder: string): Promise<{ pid: number; host: string; since: string } | undefined> {
  try {
    const owner: unknown = JSON.parse(await readFile(join(folder, OWNER_NAME), 'utf8'));
    if (typeof owner !== 'object' || owner === null) return undefined;
    const { pid, host, since } = owner as Record<string, unknown>;
    return typeof pid === 'number' ? { pid, host: String(host), since: String(since) } : undefined;
  } catch {
    // Only the message gets poorer: the holder has not written it yet, or had no room for it.
    return undefined;
  }
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
