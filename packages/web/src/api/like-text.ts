/**
 * A pattern for `$like` that finds a text people typed. Patterns tell capitals from small letters, people who search do
 * not: the first letter of longer words may be either.
 */
export function likeText(text: string): string {
  const words = text
    .trim()
    .split(/\s+/)
    .map((word) => (/^\p{L}.{2}/u.test(word) ? `?${escapedLike(word.slice(1))}` : escapedLike(word)));
  return `*${words.join(' ')}*`;
}

/** Takes wildcards as they are. */
export function escapedLike(text: string): string {
  return text.replaceAll(/[*?\\]/g, (character) => `\\${character}`);
}
