import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDataFolder } from './data-folder.ts';

let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'waggle-data-folder-'));
});
afterEach(() => rm(path, { recursive: true }));

describe('openDataFolder', () => {
  it('should keep the cluster id for ever', async () => {
    const first = await openDataFolder(path, 2);
    await first.release();
    const second = await openDataFolder(path, 2);
    await second.release();
    expect(second.clusterId).toBe(first.clusterId);
  });

  it('should keep a second broker out', async () => {
    const folder = await openDataFolder(path, 1);
    await expect(openDataFolder(path, 1)).rejects.toMatchObject({ code: 'FOLDER_LOCKED' });
    await folder.release();
  });

  it('should refuse another partition count and say what to do, without keeping the lock', async () => {
    await (await openDataFolder(path, 2)).release();
    await expect(openDataFolder(path, 3)).rejects.toMatchObject({
      code: 'PARTITION_COUNT_CHANGED',
      message: expect.stringContaining('start with 2 partitions'),
    });
    await (await openDataFolder(path, 2)).release();
  });

  it('should refuse a newer format', async () => {
    await (await openDataFolder(path, 1)).release();
    const meta = JSON.parse(await readFile(join(path, 'meta.json'), 'utf8'));
    await writeFile(join(path, 'meta.json'), JSON.stringify({ ...meta, format: 2 }));
    await expect(openDataFolder(path, 1)).rejects.toMatchObject({ code: 'NEWER_FORMAT' });
  });

  it('should refuse a meta file that tells nothing', async () => {
    await writeFile(join(path, 'meta.json'), '');
    await expect(openDataFolder(path, 1)).rejects.toMatchObject({ code: 'INVALID_OPTION' });
  });
});
