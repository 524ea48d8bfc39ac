/**
 * Opening a log: finds its segments, verifies them and finds the end.
 *
 * 1. Headers of all segments are verified, and that none is missing between them. Frames are verified from the segment
 *    that holds `verifyFrom`; what lies before is verified when it is read.
 * 2. Nothing is changed before everything is verified.
 * 3. What a crash left is made whole: a torn tail becomes zeros. The last whole frame is written again and synced: the
 *    process may have died, or its sync may have failed, before the frame was durable, although reading shows it.
 */
import { LogDamagedError } from '@waggle/engine';
import { LogFormatError, WrongPartitionError } from '../errors.ts';
import type { Disk, DiskFile } from './disk.ts';
import { CLOSING_MARK } from './frame.ts';
import { FrameReader } from './frame-reader.ts';
import { logDamaged } from './log-damaged.ts';
import { isSegmentName, type ReadPoint, Segment, segmentName } from './segment.ts';
import { decodeSegmentHeader, FORMAT_VERSION, FRAMES_START, SEGMENT_HEADER_BYTES } from './segment-header.ts';
import { cutTail, tornTailBytes } from './torn-tail.ts';

export interface CutTail {
  /** Bytes that were made zeros. */
  readonly bytes: number;
  /** Position of the first record that was in them, none of it acknowledged. */
  readonly position: number;
}

export interface OpenedSegments {
  readonly segments: Segment[];
  /** The last segment's file. */
  readonly file: DiskFile;
  readonly end: ReadPoint;
  readonly endsWithMark: boolean;
  readonly cutTail: CutTail | undefined;
}

/** @returns `undefined` when there is no segment. The caller closes the file. */
export async function openSegments(
  disk: Disk,
  names: readonly string[],
  { partitionId, verifyFrom }: { readonly partitionId: number; readonly verifyFrom: number | undefined },
): Promise<OpenedSegments | undefined> {
  const segments: Segment[] = [];
  for (const name of names.filter(isSegmentName).sort()) {
    segments.push(await openSegment(disk, name, partitionId, segments.at(-1)));
  }
  const last = segments.at(-1);
  if (!last) {
    if (verifyFrom !== undefined && verifyFrom > 1) throw logMissing(disk.folder, verifyFrom, 'there are no segments');
    return undefined;
  }
  const firstPosition = segments[0]!.firstPosition;
  if (verifyFrom !== undefined && verifyFrom < firstPosition) {
    throw logMissing(disk.folder, verifyFrom, `its first segment starts at position ${firstPosition}`);
  }
  const from = verifyFrom === undefined ? 0 : segments.findLastIndex((segment) => segment.firstPosition <= verifyFrom);
  for (let index = from; index < segments.length - 1; index++) {
    await verifySegment(disk, segments[index]!, segments[index + 1]!);
  }
  const file = await disk.open(last.name);
  try {
    const end = await openEnd(file, last, verifyFrom, disk);
    return { segments, file, ...end };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function openSegment(
  disk: Disk,
  name: string,
  partitionId: number,
  before: Segment | undefined,
): Promise<Segment> {
  const position = Number.parseInt(name, 10);
  const damaged = (found: string, offset = 0) =>
    logDamaged({ file: `${disk.folder}/${name}`, offset, position, found });
  const file = await disk.open(name);
  try {
    const bytes = Buffer.alloc(SEGMENT_HEADER_BYTES);
    await file.read(bytes, 0);
    const header = decodeSegmentHeader(bytes);
    if (!header) throw damaged('Expected the header of a log segment, but it is damaged');
    if (header.formatVersion > FORMAT_VERSION) {
      throw new LogFormatError(
        `Expected log format ${FORMAT_VERSION} or older, but ${disk.folder}/${name} has format ${header.formatVersion}. ` +
          'Start the version that wrote it, or a newer one.',
      );
    }
    if (header.partitionId !== partitionId) {
      throw new WrongPartitionError(
        `Expected the log of partition ${partitionId}, but ${disk.folder}/${name} belongs to partition ` +
          `${header.partitionId}. Check the configured data folder.`,
      );
    }
    if (segmentName(header.firstPosition) !== name) {
      throw damaged(
        `Expected the segment that starts at position ${position}, but it starts at ${header.firstPosition}`,
      );
    }
    const bytesFound = await file.size();
    if (bytesFound !== header.fileBytes) {
      throw damaged(`Expected a segment of ${header.fileBytes} bytes, but the file has ${bytesFound}`, bytesFound);
    }
    const previous = before?.firstPosition ?? (header.firstPosition === 1 ? 0 : header.previousFirstPosition);
    if (header.previousFirstPosition !== previous) {
      const missing = header.previousFirstPosition === 0 ? 'none' : segmentName(header.previousFirstPosition);
      throw damaged(`Expected the segment before to be ${missing}, but it is ${before?.name ?? 'missing'}`);
    }
    return new Segment(disk.folder, header);
  } finally {
    await file.close();
  }
}

async function verifySegment(disk: Disk, segment: Segment, next: Segment): Promise<void> {
  const file = await disk.open(segment.name);
  try {
    const reader = new FrameReader(file, segment, segment.start);
    let step = await reader.next();
    while (step.kind === 'frame') {
      segment.remember(reader.point);
      step = await reader.next();
    }
    assertJoined(segment, reader.point, next, step.kind === 'end' ? undefined : step.found);
  } finally {
    await file.close();
  }
}

/** A segment was left for the next one only when it was durable: its end must be where the next one begins. */
export function assertJoined(segment: Segment, end: ReadPoint, next: Segment, found?: string): void {
  const { firstPosition, previousChecksum } = next.header;
  if (!found && firstPosition === end.position && previousChecksum === end.previousChecksum) return;
  throw logDamaged({
    file: segment.path,
    offset: end.offset,
    position: end.position,
    found: found ?? `Expected frames up to position ${firstPosition - 1}, but they end before position ${end.position}`,
  });
}

async function openEnd(file: DiskFile, segment: Segment, verifyFrom: number | undefined, disk: Disk) {
  const reader = new FrameReader(file, segment, segment.start);
  let lastFrame = segment.start;
  let endsWithMark = false;
  let step = await reader.next();
  while (step.kind === 'frame') {
    segment.remember(reader.point);
    endsWithMark = (step.header.flags & CLOSING_MARK) !== 0;
    const before = reader.point;
    step = await reader.next();
    if (step.kind === 'frame') lastFrame = before;
  }
  const end = reader.point;
  const at = { file: segment.path, offset: end.offset, position: end.position };
  if (step.kind === 'misplaced') throw logDamaged({ ...at, found: step.found });
  const tornBytes = await tornTailBytes(file, segment, end, step);
  if (verifyFrom !== undefined && verifyFrom > end.position) {
    throw logMissing(disk.folder, verifyFrom, `its last record has position ${end.position - 1}`);
  }

  if (tornBytes > 0) await cutTail(file, end.offset, tornBytes);
  if (end.offset > FRAMES_START) await writeAgain(file, lastFrame.offset, end.offset);
  await disk.syncFolder();
  return { end, endsWithMark, cutTail: tornBytes > 0 ? { bytes: tornBytes, position: end.position } : undefined };
}

async function writeAgain(file: DiskFile, from: number, to: number): Promise<void> {
  const bytes = Buffer.allocUnsafeSlow(to - from);
  await file.read(bytes, from);
  await file.write(bytes, from);
  await file.sync();
}

function logMissing(folder: string, verifyFrom: number, found: string): LogDamagedError {
  return new LogDamagedError(
    `Expected a log in ${folder} that reaches position ${verifyFrom}, where the state's checkpoint goes on, but ${found}. ` +
      'Segment files are missing, or log and state are from different times: restore both from the same backup.',
  );
}
