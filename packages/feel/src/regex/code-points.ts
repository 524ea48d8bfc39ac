import { PatternProblem } from './pattern.ts';

export type CodePointSet = (codePoint: number) => boolean;

const between = (first: string, last: string): CodePointSet => {
  const [start, end] = [first.charCodeAt(0), last.charCodeAt(0)];
  return (codePoint) => codePoint >= start && codePoint <= end;
};
const oneOf = (characters: string): CodePointSet => {
  const codePoints = new Set([...characters].map((character) => character.codePointAt(0)));
  return (codePoint) => codePoints.has(codePoint);
};
export const anyOf = (sets: readonly CodePointSet[]): CodePointSet => {
  const [only] = sets;
  if (sets.length === 1 && only !== undefined) return only;
  return (codePoint) => sets.some((contains) => contains(codePoint));
};
export const not =
  (contains: CodePointSet): CodePointSet =>
  (codePoint) =>
    !contains(codePoint);
export const both =
  (left: CodePointSet, right: CodePointSet): CodePointSet =>
  (codePoint) =>
    left(codePoint) && right(codePoint);

const digit = between('0', '9');
const upper = between('A', 'Z');
const lower = between('a', 'z');
const space = oneOf(' \t\n\v\f\r');
const punctuation = oneOf('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~');
export const isWord: CodePointSet = anyOf([digit, upper, lower, oneOf('_')]);
export const isLineEnd: CodePointSet = oneOf('\n\r\u0085\u2028\u2029');

/** `\d` and its like; ASCII, as in Java without UNICODE_CHARACTER_CLASS. */
export const classEscapes: Readonly<Record<string, CodePointSet>> = {
  d: digit,
  D: not(digit),
  w: isWord,
  W: not(isWord),
  s: space,
  S: not(space),
  h: oneOf(' \t\u00a0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000'),
  v: oneOf('\n\v\f\r\u0085\u2028\u2029'),
};

const namedClasses: Readonly<Record<string, CodePointSet>> = {
  Lower: lower,
  Upper: upper,
  ASCII: (codePoint) => codePoint < 0x80,
  Alpha: anyOf([upper, lower]),
  Digit: digit,
  Alnum: anyOf([upper, lower, digit]),
  Punct: punctuation,
  Graph: anyOf([upper, lower, digit, punctuation]),
  Print: anyOf([upper, lower, digit, punctuation, oneOf(' ')]),
  Blank: oneOf(' \t'),
  Cntrl: (codePoint) => codePoint < 0x20 || codePoint === 0x7f,
  XDigit: anyOf([digit, between('a', 'f'), between('A', 'F')]),
  Space: space,
};

/** `\p{name}`: a POSIX class of Java, or a Unicode category or script, which the runtime's own regexes know. */
export function namedClass(name: string): CodePointSet {
  const named = Object.hasOwn(namedClasses, name) ? namedClasses[name] : undefined;
  if (named !== undefined) return named;
  const plain = name.startsWith('Is') ? name.slice(2) : name;
  const candidates = [plain, `Script=${plain}`].filter((candidate) => /^[A-Za-z_]+(?:=[A-Za-z_]+)?$/.test(candidate));
  for (const candidate of candidates) {
    try {
      // One code point against one class: nothing here can backtrack.
      const regex = new RegExp(`^\\p{${candidate}}$`, 'u');
      return (codePoint) => regex.test(String.fromCodePoint(codePoint));
    } catch {
      // Not a name of this form; the next candidate may be.
    }
  }
  throw new PatternProblem(`Unknown character class '${name}'`);
}

/** The set, and what differs from its members only by case. */
export function ignoringCase(contains: CodePointSet): CodePointSet {
  return (codePoint) => {
    if (contains(codePoint)) return true;
    const character = String.fromCodePoint(codePoint);
    const [lowered, raised] = [character.toLowerCase(), character.toUpperCase()];
    return (
      (lowered !== character && contains(lowered.codePointAt(0) as number)) ||
      (raised !== character && contains(raised.codePointAt(0) as number))
    );
  };
}
