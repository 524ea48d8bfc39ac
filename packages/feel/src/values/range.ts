import type { FeelValue } from './value.ts';

interface RangeOptions {
  readonly start: FeelValue;
  readonly end: FeelValue;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;
  readonly operator?: FeelRange['operator'];
}

/**
 * The values between two ends of one comparable type, such as `[1..10)`. Written as a comparison, `(< 10)`, it has one
 * end; the other is null, and both are the same for `(= 10)`.
 */
export class FeelRange {
  readonly start: FeelValue;
  readonly end: FeelValue;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;
  /** The operator of a range written as a comparison. Such a range equals no other, even with the same values. */
  readonly operator: '<' | '<=' | '>' | '>=' | '=' | undefined;

  constructor(options: RangeOptions) {
    this.start = options.start;
    this.end = options.end;
    this.startIncluded = options.startIncluded;
    this.endIncluded = options.endIncluded;
    this.operator = options.operator;
  }
}

/** The range of the values that `(< 10)` and its like hold for. */
export function comparisonRange(operator: NonNullable<FeelRange['operator']>, operand: FeelValue): FeelRange {
  return new FeelRange({
    start: operator.startsWith('<') ? null : operand,
    end: operator.startsWith('>') ? null : operand,
    startIncluded: operator === '>=' || operator === '=',
    endIncluded: operator === '<=' || operator === '=',
    operator,
  });
}
