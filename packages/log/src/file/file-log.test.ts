import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchAt, batchRun, plain, readAll, rejectionOf } from '../../test/batches.ts';
import { describePartitionLogContract } from '../../test/partition-log-contract.ts';
import { SEGMENT_BYTES_MIN } from '../limits.ts';
import { type FileLogOptions, openFileLog } from './file-log.ts';

let parent: string;
let folders = 0;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'file-log-'));
});
afterAll(() => rm(parent, { recursive: true }));

const newFolder = () => join(parent, `log-${++folders}`);
const open = (folder: string, options: Partial<FileLogOptions> = {}) =>
  openFileLog({ folder, partitionId: 1, segmentBytes: SEGMENT_BYTES_MIN, ...options });

for (const [name, segmentBytes] of [
  ['a file log', 1024 * 1024],
  ['a file log of tiny segments', SEGMENT_BYTES_MIN],
] as const) {
  let folder: string;
  describePartitionLogContract(name, {
    create: () => {
      folder = newFolder();
      return open(folder, { segmentBytes });
    },
    reopen: () => open(folder, { segmentBytes }),
  });
}

describe('a file log', () => {
  it('should keep a batch larger than a segment in one of its own size', async () => {
    const folder = newFolder();
    let log = await open(folder);
    const batches = [batchAt(1, 1, 100), batchAt(2, 5, 50_000), batchAt(7, 1, 100)];
    for (const batch of batches) await log.append(batch);
    await log.close();

    log = await open(folder);
    expect(await readAll(log)).toEqual(plain(batches));
    await log.close();
    const sizes = await Promise.all(
      (await readdir(folder))
        .filter((name) => name.endsWith('.log'))
        .map(async (name) => (await stat(join(folder, name))).size),
    );
    expect(sizes).toEqual([SEGMENT_BYTES_MIN, expect.toSatisfy((size: number) => size > 50_000), SEGMENT_BYTES_MIN]);
  });

  it('should remove whole segments when it is compacted, and start where they ended', async () => {
    const folder = newFolder();
    let log = await open(folder);
    for (const batch of batchRun(1, 30, 1000)) await log.append(batch);
    const before = (await readdir(folder)).length;

    await log.compact(15);

    const first = log.firstPosition;
    expect(first).toBeGreaterThan(10);
    expect(first).toBeLessThanOrEqual(15);
    expect((await readdir(folder)).length).toBeLessThan(before);
    await log.close();
    log = await open(folder, { verifyFrom: 20 });
    expect(await readAll(log)).toEqual(plain(batchRun(first, 31 - first, 1000)));
    await log.close();
  });

  it('should keep the segments a reader is in until it is done', async () => {
    const log = await open(newFolder());
    for (const batch of batchRun(1, 30, 1000)) await log.append(batch);
    const reader = log.read(5)[Symbol.asyncIterator]();
    await reader.next();

    await log.compact(30);
    expect(log.firstPosition).toBeLessThanOrEqual(5);
    const rest = [];
    for (let step = await reader.next(); !step.done; step = await reader.next()) rest.push(step.value);
    expect(plain(rest)).toEqual(plain(batchRun(6, 25, 1000)));

    await log.compact(30);
    expect(log.firstPosition).toBeGreaterThan(20);
    await log.close();
  });

  it('should note files that do not belong to it, and leave them alone', async () => {
    const folder = newFolder();
    await (await open(folder)).close();
    await writeFile(join(folder, 'letter.txt'), 'dear log');
    const log = await open(folder);
    expect(log.notes).toEqual([`Expected only log segments in ${folder}, but found letter.txt. It is left alone.`]);
    await log.close();
    expect(await readdir(folder)).toContain('letter.txt');
  });

  it('should not be opened twice at a time', async () => {
    const folder = newFolder();
    const log = await open(folder);
    expect(await rejectionOf(open(folder))).toMatchObject({ name: 'FolderLockedError', pid: process.pid, folder });
    await log.close();
    await (await open(folder)).close();
  });

  it('should not open for another partition', async () => {
    const folder = newFolder();
    let log = await open(folder);
    await log.append(batchAt(1));
    await log.close();
    const error = await rejectionOf(open(folder, { partitionId: 2 }));
    expect(error).toMatchObject({ name: 'WrongPartitionError' });
    expect(error.message).toContain('Expected the log of partition 2');
    log = await open(folder);
    expect(log.lastPosition).toBe(1);
    await log.close();
  });

  it.each([SEGMENT_BYTES_MIN - 1, 2 ** 31 + 1, Number.NaN])(
    'should refuse segments of %d bytes',
    async (segmentBytes) => {
      expect(await rejectionOf(open(newFolder(), { segmentBytes }))).toBeInstanceOf(RangeError);
    },
  );

  it('should go on with segments of a new size', async () => {
    const folder = newFolder();
    let log = await open(folder);
    for (const batch of batchRun(1, 10, 1000)) await log.append(batch);
    await log.close();
    log = await open(folder, { segmentBytes: 64 * 1024 });
    for (const batch of batchRun(11, 100, 1000)) await log.append(batch);
    expect(await readAll(log)).toEqual(plain(batchRun(1, 110, 1000)));
    await log.close();
  });
});
