import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { documentTooLarge } from './errors.ts';
import { folderUnavailable } from './folder-error.ts';

/** Content that came with a request, whole and flushed, in a file of its own. */
export interface ReceivedFile {
  readonly path: string;
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly contentHash: string;
  /** Removes the file if it is still there. */
  discard(): Promise<void>;
}

/**
 * Writes content to a file as it comes, a chunk at a time; the sender is held back while the disk is.
 * @throws {DocumentError} TOO_LARGE, when the rest was read and dropped, so that what comes behind it can be read.
 */
export async function receiveFile(
  content: AsyncIterable<Buffer>,
  { folder, bytesMax }: { readonly folder: string; readonly bytesMax: number },
): Promise<ReceivedFile> {
  const path = join(folder, randomUUID());
  const discard = () => rm(path, { force: true });
  const hash = createHash('sha256');
  let size = 0;
  const file = await opened(folder, path);
  try {
    for await (const chunk of content) {
      size += chunk.length;
      if (size > bytesMax) continue;
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (size > bytesMax) throw documentTooLarge(bytesMax);
    await file.sync();
  } catch (error) {
    await file.close();
    await discard();
    // The system's errors are the disk's; what the request breaks with is for its reader to tell.
    throw error instanceof Error && 'syscall' in error && error.syscall !== 'read' ? folderUnavailable(error) : error;
  }
  await file.close();
  return { path, size, contentHash: hash.digest('hex'), discard };
}

async function opened(folder: string, path: string): Promise<FileHandle> {
  try {
    await mkdir(folder, { recursive: true });
    return await open(path, 'wx');
  } catch (error) {
    throw folderUnavailable(error);
  }
}
