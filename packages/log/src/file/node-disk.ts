import { close, constants, fdatasync, fstat, open, read, write, writeSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { WRITE_AT_ONCE_BYTES_MAX } from '../limits.ts';
import type { Disk, DiskFile } from './disk.ts';

// Descriptors instead of FileHandle: half the overhead per call, and a flush is two calls.
const openFile = promisify(open);
const closeFile = promisify(close);
const syncData = promisify(fdatasync);
const stat = promisify(fstat);

/** The disk as it is. Creates the folder when it is missing. */
export async function nodeDisk(folder: string): Promise<Disk> {
  await mkdir(folder, { recursive: true });
  return {
    folder,
    list: () => readdir(folder),
    open: async (name) => nodeFile(await openFile(join(folder, name), 'r+')),
    create: async (name) =>
      nodeFile(await openFile(join(folder, name), constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC, 0o640)),
    rename: (from, to) => rename(join(folder, from), join(folder, to)),
    remove: (name) => rm(join(folder, name)),
    syncFolder: () => syncFolder(folder),
  };
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders as files, and its file systems journal names by themselves.
  if (process.platform === 'win32') return;
  const descriptor = await openFile(folder, 'r');
  try {
    await syncData(descriptor);
  } finally {
    await closeFile(descriptor);
  }
}

function nodeFile(descriptor: number): DiskFile {
  return {
    size: async () => (await stat(descriptor)).size,
    read: (buffer, offset) => transferAll(read, descriptor, buffer, offset),
    write: async (buffer, offset) => {
      const written =
        buffer.byteLength <= WRITE_AT_ONCE_BYTES_MAX
          ? writeAtOnce(descriptor, buffer, offset)
          : await transferAll(write, descriptor, buffer, offset);
      // A device that takes nothing and reports no error is out of room.
      if (written < buffer.byteLength)
        throw Object.assign(new Error('ENOSPC: write stopped short'), { code: 'ENOSPC' });
    },
    sync: () => syncData(descriptor),
    close: () => closeFile(descriptor),
  };
}

function writeAtOnce(descriptor: number, buffer: Uint8Array, offset: number): number {
  let done = 0;
  while (done < buffer.byteLength) {
    const bytes = writeSync(descriptor, buffer, done, buffer.byteLength - done, offset + done);
    if (bytes === 0) break;
    done += bytes;
  }
  return done;
}

type Transfer = (
  descriptor: number,
  buffer: Uint8Array,
  offset: number,
  length: number,
  position: number,
  callback: (error: NodeJS.ErrnoException | null, bytes: number) => void,
) => void;

/** Repeats `transfer` until the buffer is done or nothing moves any more: the kernel may stop anywhere between. */
function transferAll(transfer: Transfer, descriptor: number, buffer: Uint8Array, offset: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let done = 0;
    const next = () => {
      transfer(descriptor, buffer, done, buffer.byteLength - done, offset + done, (error, bytes) => {
        if (error) return reject(error);
        done += bytes;
        if (bytes === 0 || done === buffer.byteLength) return resolve(done);
        next();
      });
    };
    next();
  });
}
