/** Suffixes of indices from the time of a record, in UTC, by patterns in the letters of Java's DateTimeFormatter. */

type Part = (date: Date) => string;

const letters: Readonly<Record<string, Part>> = {
  yyyy: (date) => digits(date.getUTCFullYear(), 4),
  uuuu: (date) => digits(date.getUTCFullYear(), 4),
  yy: (date) => digits(date.getUTCFullYear() % 100, 2),
  MM: (date) => digits(date.getUTCMonth() + 1, 2),
  dd: (date) => digits(date.getUTCDate(), 2),
  HH: (date) => digits(date.getUTCHours(), 2),
  mm: (date) => digits(date.getUTCMinutes(), 2),
};

/** What names of indices may have besides letters of the pattern. */
const LITERAL = /^[a-z0-9._-]+$/;

/** @returns writes the suffix for an epoch ms; `undefined` when the pattern is none we know. */
export function dateSuffix(pattern: string): ((timestampMs: number) => string) | undefined {
  const parts: Part[] = [];
  for (const [piece] of pattern.matchAll(/'[^']*'|([A-Za-z])\1*|[^A-Za-z']+|'/g)) {
    const isQuoted = piece.length > 1 && piece.startsWith("'");
    const literal = isQuoted ? piece.slice(1, -1) : piece;
    const part = isQuoted ? undefined : letters[piece];
    if (part !== undefined) parts.push(part);
    else if ((isQuoted || !/[A-Za-z]/.test(piece)) && LITERAL.test(literal)) parts.push(() => literal);
    else return undefined;
  }
  if (parts.length === 0) return undefined;
  return (timestampMs) => {
    const date = new Date(timestampMs);
    return parts.map((part) => part(date)).join('');
  };
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
