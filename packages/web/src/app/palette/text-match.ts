/**
 * How well a text answers what was typed: every word of it must occur, in any order and however it is written.
 * @returns `undefined` = not at all; the higher, the better.
 */
export function matchOf(typed: string, candidates: readonly (string | undefined)[]): number | undefined {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const texts = candidates.filter((text) => text !== undefined).map(plain);
  let score = 0;
  for (const word of words) {
    const best = Math.max(0, ...texts.map((text) => scoreOf(text, word)));
    if (best === 0) return undefined;
    score += best;
  }
  return score;
}

/** The best of those that match, the best first. */
export function bestMatches<Item>(
  typed: string,
  items: Iterable<Item>,
  textsOf: (item: Item) => readonly (string | undefined)[],
  limit: number,
): readonly Item[] {
  const matches: { readonly item: Item; readonly score: number }[] = [];
  for (const item of items) {
    const score = matchOf(typed, textsOf(item));
    if (score !== undefined) matches.push({ item, score });
  }
  return matches
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ item }) => item);
}

function scoreOf(text: string, word: string): number {
  const at = text.indexOf(word);
  if (at < 0) return 0;
  if (text === word) return 4;
  if (at === 0) return 3;
  return /[\p{L}\p{N}]/u.test(text[at - 1]!) ? 1 : 2;
}

/** Without accents and capitals: who types "ubersicht" means "Übersicht". */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
