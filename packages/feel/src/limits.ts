/**
 * Every bound of this package, with its reason. One bad expression must never take a partition down (design, rule 5):
 * what exceeds a bound here ends as a parse error or as a failed evaluation, within about 100 ms.
 */
export const limits = {
  /** Characters of an expression. The parser needs about 1 µs per character, so 32 Ki stay below 50 ms. */
  expressionLengthMax: 32_768,

  /** Nesting of brackets and operands. Lowering, compiling and evaluating recurse once per level. */
  nestingDepthMax: 200,

  /**
   * Units of work of one evaluation; one unit is worth about 50 ns: a loop iteration with a small body, a list item
   * produced, an item compared, 16 characters produced. A million is about 50–100 ms.
   */
  stepsMax: 1_000_000,

  /** Items of a list an expression produces; more would not fit into a 4 MB variable document by far. */
  listItemsMax: 500_000,

  /** UTF-16 units of a string an expression produces: what fits into one 4 MB record. */
  stringLengthMax: 4_194_304,

  /** Function calls inside function calls. FEEL has no recursion by name; only functions passed as values get here. */
  functionDepthMax: 100,

  /** Nesting of a value that is compared, printed, flattened or returned. JSON readers commonly stop at 500–1000. */
  valueDepthMax: 500,

  /** Items, entries and scalars in a result, shared parts counted once per use: `[p, p]` repeated doubles each time. */
  resultItemsMax: 1_000_000,

  /** Warnings kept; a loop over a missing variable would otherwise collect one per iteration. */
  warningsMax: 50,

  /** Characters of a value shown inside a warning. */
  describedValueLengthMax: 200,

  /** Characters of a number's text; JSON and `number()` accept no longer ones. Parsing digits is quadratic. */
  numberLengthMax: 1_000,

  /** Characters of a regular expression. */
  patternLengthMax: 2_000,

  /** Nesting of groups and of character classes; parsing and compiling recurse once per level. */
  patternDepthMax: 100,

  /** How often a quantifier `{n}` may repeat; each repetition is written out. */
  patternRepetitionMax: 1_000,

  /** Instructions of a compiled regular expression; `a{1000}{1000}` would otherwise expand to a million. */
  patternProgramMax: 5_000,
} as const;
