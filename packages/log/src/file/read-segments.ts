import type { LogBatch } from '@waggle/engine';
import type { Disk } from './disk.ts';
import { FrameReader } from './frame-reader.ts';
import { logDamaged } from './log-damaged.ts';
import { assertJoined } from './open-segments.ts';
import type { ReadPoint, Segment } from './segment.ts';

export interface ReadRequest {
  readonly disk: Disk;
  /** The log's own list: it grows at its end, and loses segments at its start while none of them is read. */
  readonly segments: readonly Segment[];
  /** Held by the log, and below the end. */
  readonly position: number;
  /** Durable up to here. Frames behind it may be half written, and are not looked at. */
  readonly end: ReadPoint;
}

/**
 * Batches of each frame from the one that contains the position to the end, verified.
 * @throws {LogDamagedError}
 */
export async function* readSegments({ disk, segments, position, end }: ReadRequest): AsyncGenerator<{
  segment: Segment;
  batches: LogBatch[];
}> {
  let segment = segments.findLast((candidate) => candidate.firstPosition <= position)!;
  let from = segment.pointBefore(position);
  for (;;) {
    const file = await disk.open(segment.name);
    try {
      const reader = new FrameReader(file, segment, from);
      let step = await reader.next();
      for (; step.kind === 'frame'; step = await reader.next()) {
        segment.remember(reader.point);
        const batches = step.batches.filter((batch) => batch.lastPosition >= position);
        if (batches.length > 0) yield { segment, batches };
        if (reader.point.position >= end.position) return;
      }
      const next = segments[segments.indexOf(segment) + 1];
      const found = step.kind === 'end' ? undefined : step.found;
      if (!next) {
        const { offset, position: stopped } = reader.point;
        const why = found ?? `Expected records up to position ${end.position - 1}, but they end before`;
        throw logDamaged({ file: segment.path, offset, position: stopped, found: why });
      }
      assertJoined(segment, reader.point, next, found);
      segment = next;
      from = segment.start;
    } finally {
      await file.close();
    }
  }
}
