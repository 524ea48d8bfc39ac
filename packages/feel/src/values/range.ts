import type { FeelValue } from './value.ts';

/** The values between two ends of one comparable type, such as `[1..10)`. */
export class FeelRange {
  readonly start: FeelValue;
  readonly end: FeelValue;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;

  constructor(options: { start: FeelValue; end: FeelValue; startIncluded: boolean; endIncluded: boolean }) {
    this.start = options.start;
    this.end = options.end;
    this.startIncluded = options.startIncluded;
    this.endIncluded = options.endIncluded;
  }
}
