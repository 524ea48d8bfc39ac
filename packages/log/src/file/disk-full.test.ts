import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { batchRun, plain, readAll, rejectionOf } from '../../test/batches.ts';
import { freeBytes } from '../free-bytes.ts';
import { openFileLog } from './file-log.ts';

/** A real file system of 2 MiB, as far as this user may mount one. */
const DISK_BYTES = 2 * 1024 * 1024;
const disk = await mkdtemp(join(tmpdir(), 'log-disk-full-'));
const refusal = mountSmallDisk();
if (refusal !== undefined) {
  if (process.env.CI) throw new Error(`Expected to mount a small disk, but: ${refusal}. CI must run as root.`);
  console.warn(`SKIPPED: tests of a full disk need root to mount one (${refusal}). Run them as root, or in CI.`);
}

function mountSmallDisk(): string | undefined {
  if (process.platform !== 'linux') return 'only Linux has tmpfs';
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'none', disk], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return String(error);
  }
}

afterAll(async () => {
  if (refusal === undefined) execFileSync('umount', [disk]);
  await rm(disk, { recursive: true });
});

const open = () => openFileLog({ folder: join(disk, 'log'), partitionId: 1, segmentBytes: 256 * 1024 });

describe.skipIf(refusal !== undefined)('a file log on a full disk', () => {
  it('should reject with DISK_FULL, keep what it acknowledged, and go on when there is room again', async () => {
    let log = await open();
    const batches = batchRun(1, 100, 50_000);
    const acknowledged: number[] = [];
    const errors: unknown[] = [];
    const appends = batches.map((batch) =>
      log.append(batch).then(
        () => acknowledged.push(batch.firstPosition),
        (error) => errors.push(error),
      ),
    );
    await Promise.all(appends);

    expect(acknowledged.length).toBeGreaterThan(20);
    expect(errors.length).toBe(100 - acknowledged.length);
    for (const error of errors) expect(error).toMatchObject({ name: 'LogAppendError', code: 'DISK_FULL' });
    expect(String(errors[0])).toContain(join(disk, 'log'));
    expect(await rejectionOf(log.append(batches[acknowledged.length]!))).toMatchObject({ code: 'CLOSED' });
    expect(await readAll(log)).toEqual(plain(batches.slice(0, acknowledged.length)));
    await log.close();

    log = await open();
    expect(log.cutTail).toBeUndefined();
    expect(await readAll(log)).toEqual(plain(batches.slice(0, acknowledged.length)));
    const free = await freeBytes(disk);
    await log.compact(log.lastPosition);
    expect(await freeBytes(disk)).toBeGreaterThan(free);
    const next = batches.slice(acknowledged.length, acknowledged.length + 10);
    await Promise.all(next.map((batch) => log.append(batch)));
    expect((await readAll(log)).slice(-10)).toEqual(plain(next));
    await log.close();
  });

  it('should compact the failed log itself, give back half-prepared segments, and still take its lock', async () => {
    const filler = join(disk, 'filler');
    const log = await open();
    const first = log.lastPosition + 1;
    await writeFile(filler, Buffer.alloc(await freeBytes(disk), 1)).catch(() => {});
    await rejectionOf(Promise.all(batchRun(first, 40, 50_000).map((batch) => log.append(batch))));
    await log.compact(log.lastPosition);
    expect(log.firstPosition).toBeGreaterThan(1);
    await log.close();

    await writeFile(filler, Buffer.alloc(DISK_BYTES, 1)).catch(() => {});
    expect(await freeBytes(disk)).toBe(0);
    const reopened = await open();
    expect((await readAll(reopened)).at(-1)?.lastPosition).toBe(reopened.lastPosition);
    await reopened.close();
  });
});
