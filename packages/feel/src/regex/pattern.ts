/**
 * The syntax of a regular expression: Java's, without backreferences, possessive quantifiers and atomic groups, which
 * a linear-time matcher cannot offer. All positions are code points.
 */
export type Pattern =
  | { readonly kind: 'set'; readonly contains: (codePoint: number) => boolean }
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'alternatives'; readonly alternatives: readonly Pattern[] }
  | { readonly kind: 'group'; readonly index: number; readonly part: Pattern }
  | {
      readonly kind: 'repetition';
      readonly part: Pattern;
      readonly min: number;
      readonly max: number;
      readonly isGreedy: boolean;
    }
  | { readonly kind: 'look'; readonly part: Pattern; readonly isBehind: boolean; readonly isNegated: boolean };

export type Assertion =
  | 'text start'
  | 'text end'
  | 'final line end'
  | 'line start'
  | 'line end'
  | 'word boundary'
  | 'no word boundary';

export interface PatternFlags {
  /** i */
  readonly ignoresCase: boolean;
  /** s: a dot also stands for a line end */
  readonly dotAll: boolean;
  /** m: ^ and $ also hold at line ends */
  readonly multiline: boolean;
  /** x: white space and comments in the pattern are ignored */
  readonly comments: boolean;
}

export interface ParsedPattern {
  readonly pattern: Pattern;
  readonly groupCount: number;
  readonly groupNames: ReadonlyMap<string, number>;
}

/** Why a text is no pattern we can run. */
export class PatternProblem extends Error {}

/** The flags after `(?on-off)`, or those of a `flags` argument; unknown letters are ignored, as in Camunda. */
export function changedFlags(flags: PatternFlags, on: string, off: string): PatternFlags {
  const changed = (letter: string, before: boolean) => (off.includes(letter) ? false : before || on.includes(letter));
  return {
    ignoresCase: changed('i', flags.ignoresCase),
    dotAll: changed('s', flags.dotAll),
    multiline: changed('m', flags.multiline),
    comments: changed('x', flags.comments),
  };
}
