import { statfs } from 'node:fs/promises';

/** @returns bytes this user may still write in the folder's file system; quotas that only some users have not counted. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
