import { cp, mkdtemp, open, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { LogDamagedError } from '@waggle/engine';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchAt, batchRun, plain, readAll, rejectionOf } from '../../test/batches.ts';
import { SEGMENT_BYTES_MIN } from '../limits.ts';
import { type FileLogOptions, openFileLog } from './file-log.ts';
import { BATCH_HEADER_BYTES, FRAME_HEADER_BYTES, frameBytes } from './frame.ts';
import { segmentName } from './segment.ts';
import { FRAMES_START } from './segment-header.ts';

/**
 * Three segments with one batch of 1,000 bytes per frame: the first two hold three each, the last one two. `crashed` ends
 * as a kill leaves it, `closed` with the mark of an orderly close.
 */
const BATCH_BYTES = 1000;
const BATCHES = 8;
const FRAME_BYTES = frameBytes(BATCH_HEADER_BYTES + BATCH_BYTES);
const frameAt = (index: number) => FRAMES_START + index * FRAME_BYTES;
const SEGMENTS = [segmentName(1), segmentName(4), segmentName(7)] as const;
const [FIRST, MIDDLE, LAST] = SEGMENTS;

let parent: string;
let copies = 0;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'log-damage-'));
  const closed = join(parent, 'closed');
  const log = await openLog(closed);
  for (const batch of batchRun(1, BATCHES, BATCH_BYTES)) await log.append(batch);
  await snapshot(closed, join(parent, 'crashed'));
  await log.close();
});
afterAll(() => rm(parent, { recursive: true }));

const openLog = (folder: string, options: Partial<FileLogOptions> = {}) =>
  openFileLog({ folder, partitionId: 1, segmentBytes: SEGMENT_BYTES_MIN, ...options });

async function copyOf(end: 'crashed' | 'closed'): Promise<string> {
  const folder = join(parent, `copy-${++copies}`);
  await cp(join(parent, end), folder, { recursive: true });
  return folder;
}

/** The log's files as a kill would leave them now. */
async function snapshot(folder: string, to: string): Promise<void> {
  await cp(folder, to, { recursive: true, filter: (path) => path === folder || path.endsWith('.log') });
}

async function overwrite(folder: string, name: string, offset: number, change: (bytes: Buffer) => void, length = 1) {
  const file = await open(join(folder, name), 'r+');
  try {
    const bytes = Buffer.alloc(length);
    await file.read(bytes, 0, length, offset);
    change(bytes);
    await file.write(bytes, 0, length, offset);
  } finally {
    await file.close();
  }
}

const flip = (bytes: Buffer) => {
  bytes[0]! ^= 0x10;
};
const zero = (bytes: Buffer) => bytes.fill(0);
const garbage = (bytes: Buffer) => bytes.fill('garbage!');

/** Opens, expects the whole log up to `last`, goes on appending, and finds all of it at the next opening. */
async function expectGoesOn(folder: string, last: number) {
  let log = await openLog(folder);
  const { cutTail } = log;
  expect(await readAll(log)).toEqual(plain(batchRun(1, last, BATCH_BYTES)));
  await log.append(batchAt(last + 1, 1, 50));
  await log.close();
  log = await openLog(folder);
  expect(log.cutTail).toBeUndefined();
  expect(await readAll(log)).toEqual(plain([...batchRun(1, last, BATCH_BYTES), batchAt(last + 1, 1, 50)]));
  await log.close();
  return cutTail;
}

describe('a log after a crash', () => {
  it('should go on where it ended', async () => {
    expect(await expectGoesOn(await copyOf('crashed'), BATCHES)).toBeUndefined();
    expect(await expectGoesOn(await copyOf('closed'), BATCHES)).toBeUndefined();
  });

  it.each([
    ['its payload flipped', frameAt(1) + FRAME_HEADER_BYTES + 500, flip, 1, FRAME_BYTES],
    ['its header flipped', frameAt(1) + 20, flip, 1, FRAME_BYTES],
    ['its header missing', frameAt(1), zero, FRAME_HEADER_BYTES, FRAME_BYTES],
    // Bytes are counted to the last one that is not zero: that is the count of batches in the header.
    ['its payload missing', frameAt(1) + FRAME_HEADER_BYTES, zero, FRAME_BYTES - FRAME_HEADER_BYTES, 37],
    ['its second half missing', frameAt(1) + 512, zero, FRAME_BYTES - 512, 512],
  ])('should cut the last frame with %s, and report it', async (_, offset, change, length, bytes) => {
    const folder = await copyOf('crashed');
    await overwrite(folder, LAST, offset, change, length);
    expect(await expectGoesOn(folder, BATCHES - 1)).toEqual({ bytes, position: BATCHES });
  });

  it.each(['crashed', 'closed'] as const)('should cut garbage behind the end when %s', async (end) => {
    const folder = await copyOf(end);
    await overwrite(folder, LAST, SEGMENT_BYTES_MIN - 100, garbage, 100);
    const frames = frameAt(2) + (end === 'closed' ? FRAME_HEADER_BYTES : 0);
    expect(await expectGoesOn(folder, BATCHES)).toEqual({ bytes: SEGMENT_BYTES_MIN - frames, position: BATCHES + 1 });
  });

  it('should cut nothing twice', async () => {
    const folder = await copyOf('crashed');
    await overwrite(folder, LAST, frameAt(1) + 600, flip);
    const log = await openLog(folder);
    expect(log.cutTail).toBeDefined();
    await log.close();
    const again = await openLog(folder);
    expect([again.cutTail, again.lastPosition]).toEqual([undefined, BATCHES - 1]);
    await again.close();
  });

  it('should not take a frame inside the torn payload for one of its own', async () => {
    const folder = join(parent, 'forged');
    const log = await openLog(folder);
    const foreign = (await readFile(join(parent, 'closed', FIRST))).subarray(FRAMES_START, FRAMES_START + FRAME_BYTES);
    // Whatever the alignment of the payload in the file, one copy starts where frames may.
    const images = Array.from({ length: 8 }, (_, pad) => Buffer.concat([Buffer.alloc(pad), foreign.subarray(0, 200)]));
    await log.append({ firstPosition: 1, lastPosition: 1, data: Buffer.concat(images) });
    await snapshot(folder, `${folder}-crashed`);
    await log.close();
    await overwrite(`${folder}-crashed`, FIRST, FRAMES_START + FRAME_HEADER_BYTES + 2, flip);
    const reopened = await openLog(`${folder}-crashed`);
    expect(reopened.cutTail?.position).toBe(1);
    await reopened.close();
  });

  it('should open with a segment that got no batch yet', async () => {
    const folder = await copyOf('closed');
    // One more batch than fits makes the next segment; without it, that one is as a crash at this moment leaves it.
    const log = await openLog(folder);
    await log.append(batchAt(9, 1, 3000));
    await snapshot(folder, `${folder}-crashed`);
    await log.close();
    await overwrite(`${folder}-crashed`, segmentName(9), FRAMES_START, zero, SEGMENT_BYTES_MIN - FRAMES_START);
    for (const verifyFrom of [undefined, 5, 9]) {
      const reopened = await openLog(`${folder}-crashed`, { verifyFrom });
      expect([reopened.lastPosition, reopened.cutTail]).toEqual([8, undefined]);
      await reopened.close();
    }
    expect(await expectGoesOn(`${folder}-crashed`, BATCHES)).toBeUndefined();
  });
});

describe('a damaged log', { timeout: 30_000 }, () => {
  const cases: [string, 'crashed' | 'closed', (folder: string) => Promise<unknown>, string | RegExp, object?][] = [
    [
      'the last batch of an orderly closed log',
      'closed',
      (folder) => overwrite(folder, LAST, frameAt(1) + 600, flip),
      `whole frame lies behind it at byte ${frameAt(2)} (file FOLDER/${LAST}, byte ${frameAt(1)}, position 8)`,
    ],
    [
      'a payload in the last segment',
      'crashed',
      (folder) => overwrite(folder, LAST, frameAt(0) + 600, flip),
      `whole frame lies behind it at byte ${frameAt(1)} (file FOLDER/${LAST}, byte ${frameAt(0)}, position 7)`,
    ],
    [
      'a header in the last segment',
      'crashed',
      (folder) => overwrite(folder, LAST, frameAt(0) + 5, flip),
      `header is damaged, while a whole frame lies behind it at byte ${frameAt(1)}`,
    ],
    [
      'a frame of zeros in the last segment',
      'crashed',
      (folder) => overwrite(folder, LAST, frameAt(0), zero, FRAME_BYTES),
      `found zeros, while a whole frame lies behind it at byte ${frameAt(1)}`,
    ],
    [
      'a payload, and the header behind it',
      'crashed',
      async (folder) => {
        await overwrite(folder, LAST, frameAt(0) + 600, flip);
        await overwrite(folder, LAST, frameAt(1) + 8, flip);
      },
      `while bytes lie behind its end at byte ${frameAt(1)}`,
    ],
    [
      'a payload in an earlier segment',
      'closed',
      (folder) => overwrite(folder, MIDDLE, frameAt(1) + 600, flip),
      `its checksum differs (file FOLDER/${MIDDLE}, byte ${frameAt(1)}, position 5)`,
    ],
    [
      'the last frame of an earlier segment',
      'closed',
      (folder) => overwrite(folder, FIRST, frameAt(2), zero, FRAME_BYTES),
      `Expected frames up to position 3, but they end before position 3 (file FOLDER/${FIRST}, byte ${frameAt(2)}`,
    ],
    [
      'two frames that changed places',
      'closed',
      async (folder) => {
        const bytes = await readFile(join(folder, MIDDLE));
        const [one, two] = [0, 1].map((index) => Buffer.from(bytes.subarray(frameAt(index), frameAt(index + 1))));
        two!.copy(bytes, frameAt(0));
        one!.copy(bytes, frameAt(1));
        await writeFile(join(folder, MIDDLE), bytes);
      },
      'Expected a frame that starts at position 4, but it starts at 5',
    ],
    [
      'frames of another log',
      'closed',
      async (folder) => {
        const other = join(parent, 'other');
        const log = await openLog(other);
        for (const batch of batchRun(1, BATCHES, BATCH_BYTES)) await log.append(batch);
        await log.close();
        const bytes = await readFile(join(other, MIDDLE));
        await overwrite(folder, MIDDLE, frameAt(0), (target) => bytes.copy(target, 0, frameAt(0)), FRAME_BYTES);
      },
      'its header is damaged',
    ],
    [
      'a segment of another log',
      'closed',
      async (folder) => {
        const other = join(parent, 'other-sizes');
        const log = await openLog(other);
        for (const batch of batchRun(1, BATCHES, BATCH_BYTES + 1)) await log.append(batch);
        await log.close();
        await cp(join(other, MIDDLE), join(folder, MIDDLE));
      },
      /but they end before position 4/,
    ],
    [
      'a segment cut short',
      'crashed',
      (folder) => truncate(join(folder, LAST), frameAt(2)),
      `Expected a segment of ${SEGMENT_BYTES_MIN} bytes, but the file has ${frameAt(2)}`,
    ],
    [
      'a segment cut to nothing',
      'crashed',
      (folder) => truncate(join(folder, LAST), 0),
      'Expected the header of a log segment, but it is damaged',
    ],
    [
      'a segment that grew',
      'closed',
      (folder) => truncate(join(folder, MIDDLE), SEGMENT_BYTES_MIN + 1),
      `but the file has ${SEGMENT_BYTES_MIN + 1}`,
    ],
    [
      'a missing segment in the middle',
      'closed',
      (folder) => rm(join(folder, MIDDLE)),
      `Expected the segment before to be ${MIDDLE}, but it is ${FIRST}`,
    ],
    [
      'a missing segment in the middle, below what is verified',
      'closed',
      (folder) => rm(join(folder, MIDDLE)),
      `Expected the segment before to be ${MIDDLE}`,
      { verifyFrom: 8 },
    ],
    [
      'a missing first segment that is needed',
      'closed',
      (folder) => rm(join(folder, FIRST)),
      "reaches position 2, where the state's checkpoint goes on, but its first segment starts at position 4",
      { verifyFrom: 2 },
    ],
    [
      'a missing last segment that is needed',
      'closed',
      (folder) => rm(join(folder, LAST)),
      "reaches position 8, where the state's checkpoint goes on, but its last record has position 6",
      { verifyFrom: 8 },
    ],
    [
      'a torn tail that the checkpoint covers',
      'crashed',
      (folder) => overwrite(folder, LAST, frameAt(1) + 600, flip),
      "reaches position 9, where the state's checkpoint goes on, but its last record has position 7",
      { verifyFrom: 9 },
    ],
    [
      'nothing left of it',
      'closed',
      (folder) => Promise.all(SEGMENTS.map((name) => rm(join(folder, name)))),
      'but there are no segments',
      { verifyFrom: 9 },
    ],
    [
      'a renamed segment',
      'closed',
      (folder) => rename(join(folder, LAST), join(folder, segmentName(8))),
      'Expected the segment that starts at position 8, but it starts at 7',
    ],
  ];

  it.each(cases)('should not open with %s, and change nothing', async (_, end, damage, message, options = {}) => {
    const folder = await copyOf(end);
    await damage(folder);
    const before = await contentOf(folder);

    const error = await rejectionOf(openLog(folder, options));

    expect(error).toBeInstanceOf(LogDamagedError);
    expect(error.message.replaceAll(folder, 'FOLDER')).toEqual(
      typeof message === 'string' ? expect.stringContaining(message) : expect.stringMatching(message),
    );
    expect(error.message).toMatch(/restore/i);
    expect(await contentOf(folder)).toEqual(before);
  });

  it('should not open with any byte of a header changed', async () => {
    for (let offset = 0; offset < 64; offset++) {
      const folder = await copyOf('closed');
      await overwrite(folder, MIDDLE, offset, flip);
      expect(await rejectionOf(openLog(folder))).toBeInstanceOf(LogDamagedError);
    }
  });

  it('should not open a newer format, and change nothing', async () => {
    const folder = await copyOf('closed');
    await overwrite(
      folder,
      LAST,
      0,
      (header) => {
        header.writeUInt32LE(2, 8);
        header.writeUInt32LE(crc32(header.subarray(0, 60)), 60);
      },
      64,
    );
    const error = await rejectionOf(openLog(folder));
    expect(error).toMatchObject({ name: 'LogFormatError', code: 'NEWER_FORMAT' });
    expect(error.message).toContain('has format 2');
  });

  it('should say so when damage below the verified part is read', async () => {
    const folder = await copyOf('closed');
    await overwrite(folder, FIRST, frameAt(1) + 600, flip);
    const log = await openLog(folder, { verifyFrom: 8 });
    expect((await readAll(log, 5)).map((batch) => batch.firstPosition)).toEqual([5, 6, 7, 8]);

    const read: number[] = [];
    const reading = (async () => {
      for await (const batch of log.read(1)) read.push(batch.firstPosition);
    })();
    const error = await rejectionOf(reading);

    expect(error).toBeInstanceOf(LogDamagedError);
    expect(error.message).toContain(`byte ${frameAt(1)}, position 2`);
    expect(read).toEqual([1]);
    await log.close();
  });

  it('should never read anything else than what was written, wherever bytes change', { timeout: 60_000 }, async () => {
    const expected = plain(batchRun(1, BATCHES, BATCH_BYTES));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('crashed' as const, 'closed' as const),
        fc.constantFrom(...SEGMENTS),
        // Mostly the parts in use: headers and frames.
        fc.oneof(fc.nat(100), fc.nat(SEGMENT_BYTES_MIN - 1), fc.integer({ min: frameAt(0), max: frameAt(3) })),
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        async (end, name, offset, bytes) => {
          const folder = await copyOf(end);
          const length = Math.min(bytes.length, SEGMENT_BYTES_MIN - offset);
          await overwrite(folder, name, offset, (target) => Buffer.from(bytes).copy(target), length);
          let log: Awaited<ReturnType<typeof openLog>>;
          try {
            log = await openLog(folder);
          } catch (error) {
            expect(error).toBeInstanceOf(LogDamagedError);
            return;
          }
          const content = await readAll(log);
          // Only the last, never marked as durable, frame of a crashed log can be taken for torn.
          const held = end === 'crashed' && name === LAST && offset + length > frameAt(1) ? content.length : BATCHES;
          expect(held).toBeGreaterThanOrEqual(BATCHES - 1);
          expect(content).toEqual(expected.slice(0, held));
          await log.close();
          await rm(folder, { recursive: true });
        },
      ),
      { numRuns: 200 },
    );
  });
});

async function contentOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.log')).sort();
  const entries = await Promise.all(
    names.map(async (name) => [name, crc32(await readFile(join(folder, name))).toString(16)] as const),
  );
  return Object.fromEntries(entries);
}
