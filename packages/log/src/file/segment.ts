import { INDEX_STEP_BYTES } from '../limits.ts';
import { FRAMES_START, frameSeed, type SegmentHeader } from './segment-header.ts';

/** Where a frame begins, and what must be true of it. */
export interface ReadPoint {
  readonly offset: number;
  /** First position of the frame that begins here. */
  readonly position: number;
  /** Checksum of the frame before it. */
  readonly previousChecksum: number;
}

/** What the log remembers of a segment's file: its header, and a sparse index of what was written or read so far. */
export class Segment {
  readonly name: string;
  /** With the folder, for messages. */
  readonly path: string;
  readonly header: SegmentHeader;
  readonly seed: number;
  readonly #index: ReadPoint[];

  constructor(folder: string, header: SegmentHeader) {
    this.name = segmentName(header.firstPosition);
    this.path = `${folder}/${this.name}`;
    this.header = header;
    this.seed = frameSeed(header);
    this.#index = [this.start];
  }

  get firstPosition(): number {
    return this.header.firstPosition;
  }

  get start(): ReadPoint {
    const { firstPosition, previousChecksum } = this.header;
    return { offset: FRAMES_START, position: firstPosition, previousChecksum };
  }

  /** @returns the last known point at or before `position`. */
  pointBefore(position: number): ReadPoint {
    return this.#index.findLast((point) => point.position <= position) ?? this.start;
  }

  /** Keeps a verified point when the last one kept lies far enough before it. */
  remember(point: ReadPoint): void {
    if (point.offset >= this.#index.at(-1)!.offset + INDEX_STEP_BYTES) this.#index.push(point);
  }
}

const NAME = /^\d{16}\.log$/;

export function segmentName(firstPosition: number): string {
  return `${String(firstPosition).padStart(16, '0')}.log`;
}

export function isSegmentName(name: string): boolean {
  return NAME.test(name);
}
