/**
 * Decides whether a broken frame at the end of the last segment is what a crash leaves, or damage.
 *
 * A flush writes one frame, and the next one starts only when it is durable. So a crash leaves, in whatever order the
 * device wrote its sectors: whole frames, then at most one frame of which any part may be missing, then zeros. The broken
 * frame was never acknowledged and may go. It is damage, and nothing may go, when
 * 1. an undamaged frame header of this segment lies behind it: it was written after the broken frame was durable;
 * 2. the broken frame's own header is whole, and bytes lie behind its end: the same, with that header lost too.
 * After an orderly close the last frame is a mark without batches, so that even the last batch is protected by rule 1.
 */

import { READ_BYTES } from '../limits.ts';
import type { DiskFile } from './disk.ts';
import { decodeFrameHeader, FRAME_ALIGNMENT, FRAME_HEADER_BYTES, FRAME_MAGIC, frameBytes } from './frame.ts';
import type { FrameStep } from './frame-reader.ts';
import { logDamaged } from './log-damaged.ts';
import type { ReadPoint, Segment } from './segment.ts';

const ZEROS = Buffer.alloc(64 * 1024);

/**
 * @param step what the reader found at `point`: the end, or a broken frame.
 * @returns bytes from `point` to the last one that is not zero; 0 when the log ends here cleanly.
 * @throws {LogDamagedError}
 */
export async function tornTailBytes(
  file: DiskFile,
  segment: Segment,
  point: ReadPoint,
  step: Extract<FrameStep, { kind: 'end' | 'broken' }>,
): Promise<number> {
  const isBroken = step.kind === 'broken';
  const found = isBroken ? step.found : 'Expected a frame, but found zeros';
  const at = { file: segment.path, offset: point.offset, position: point.position };
  const frameEnd = isBroken && step.header ? point.offset + frameBytes(step.header.payloadBytes) : Infinity;
  let dataEnd = point.offset;

  for (let offset = point.offset; offset < segment.header.fileBytes; offset += READ_BYTES) {
    // Chunks overlap, so that a header across their border is seen.
    const chunk = await readChunk(file, offset, segment.header.fileBytes);
    if (isZero(chunk)) continue;
    const frame = findFrame(chunk, offset === point.offset ? FRAME_ALIGNMENT : 0, segment.seed);
    if (frame !== undefined) {
      throw logDamaged({ ...at, found: `${found}, while a whole frame lies behind it at byte ${offset + frame}` });
    }
    dataEnd = Math.max(dataEnd, offset + endOfData(chunk));
  }
  if (dataEnd > frameEnd) {
    throw logDamaged({ ...at, found: `${found}, while bytes lie behind its end at byte ${frameEnd}` });
  }
  return dataEnd - point.offset;
}

/** Makes the rest of the segment zeros again, durably: the next torn tail must not be mixed with this one. */
export async function cutTail(file: DiskFile, offset: number, bytes: number): Promise<void> {
  for (let done = 0; done < bytes; done += ZEROS.length) {
    await file.write(ZEROS.subarray(0, Math.min(ZEROS.length, bytes - done)), offset + done);
  }
  await file.sync();
}

async function readChunk(file: DiskFile, offset: number, fileBytes: number): Promise<Buffer> {
  const chunk = Buffer.allocUnsafeSlow(Math.min(READ_BYTES + FRAME_HEADER_BYTES, fileBytes - offset));
  chunk.fill(0, await file.read(chunk, offset));
  return chunk;
}

function isZero(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at += ZEROS.length) {
    const end = Math.min(at + ZEROS.length, bytes.length);
    if (bytes.compare(ZEROS, 0, end - at, at, end) !== 0) return false;
  }
  return true;
}

function findFrame(chunk: Buffer, from: number, seed: number): number | undefined {
  for (let at = chunk.indexOf(FRAME_MAGIC, from); at !== -1; at = chunk.indexOf(FRAME_MAGIC, at + 1)) {
    if (at % FRAME_ALIGNMENT === 0 && decodeFrameHeader(chunk, at, seed)) return at;
  }
  return undefined;
}

function endOfData(chunk: Buffer): number {
  let end = chunk.length;
  while (end > 0 && chunk[end - 1] === 0) end--;
  return end;
}
