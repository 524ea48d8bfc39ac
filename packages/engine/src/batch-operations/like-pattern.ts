const ANY_RUN = '*';
const ANY_ONE = '?';
const ESCAPE = '\\';

/** One place of a pattern: a literal character, or what it stands for. */
type Place = { readonly literal: string } | typeof ANY_RUN | typeof ANY_ONE;

/**
 * Whether a text is like a pattern: `*` is any run of characters, `?` any one, `\` takes the next as it is. Needs at
 * most text times pattern steps; a regular expression of many `*` could take for ever.
 */
export function matchesPattern(text: string, pattern: string): boolean {
  const places = placesOf(pattern);
  let at = 0;
  let place = 0;
  let lastRun = -1;
  let runStart = 0;
  while (at < text.length) {
    const expected = places[place];
    if (expected === ANY_RUN) {
      lastRun = place++;
      runStart = at;
    } else if (expected === ANY_ONE || (expected !== undefined && expected.literal === text[at])) {
      place++;
      at++;
    } else if (lastRun >= 0) {
      // The last run takes one character more; earlier ones never need to.
      place = lastRun + 1;
      at = ++runStart;
    } else {
      return false;
    }
  }
  while (places[place] === ANY_RUN) place++;
  return place === places.length;
}

function placesOf(pattern: string): readonly Place[] {
  const places: Place[] = [];
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index]!;
    if (character === ESCAPE && index + 1 < pattern.length) places.push({ literal: pattern[++index]! });
    else if (character === ANY_RUN || character === ANY_ONE) places.push(character);
    else places.push({ literal: character });
  }
  return places;
}
