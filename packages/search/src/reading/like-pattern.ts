/** Patterns of `$like`: `*` stands for any run of characters, `?` for one, and `\\` takes the next one literally. */

/** The characters of a pattern, and whether a backslash was before them. */
export function* patternCharacters(pattern: string): Iterable<readonly [character: string, isEscaped: boolean]> {
  let isEscaped = false;
  for (const character of pattern) {
    if (character === '\\' && !isEscaped) {
      isEscaped = true;
      continue;
    }
    yield [character, isEscaped];
    isEscaped = false;
  }
  // A backslash that escapes nothing stands for itself.
  if (isEscaped) yield ['\\', true];
}

/**
 * Whether a text fits a pattern, without a database. In time of their lengths' product whatever the pattern: only the last
 * `*` ever has to take more than it has.
 */
export function isLike(text: string, pattern: string): boolean {
  const wanted = [...patternCharacters(pattern)];
  const characters = [...text];
  const isAnyRun = (at: number) => wanted[at]?.[0] === '*' && !wanted[at][1];
  let at = 0;
  let from = 0;
  let lastRun: { readonly behind: number; readonly from: number } | undefined;
  while (from < characters.length) {
    if (isAnyRun(at)) {
      at++;
      lastRun = { behind: at, from };
    } else if (isFitting(wanted[at], characters[from]!)) {
      at++;
      from++;
    } else if (lastRun !== undefined) {
      at = lastRun.behind;
      from = lastRun.from + 1;
      lastRun = { behind: at, from };
    } else {
      return false;
    }
  }
  while (isAnyRun(at)) at++;
  return at === wanted.length;
}

function isFitting(wanted: readonly [string, boolean] | undefined, character: string): boolean {
  if (wanted === undefined) return false;
  const [expected, isEscaped] = wanted;
  return (expected === '?' && !isEscaped) || expected === character;
}
