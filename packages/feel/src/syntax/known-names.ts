import { textToken } from './name-tokens.ts';
import { addName, emptyNode, type NameNode, type NamePlace, type NamesInScope } from './names-in-scope.ts';
import { namesWithSpaces } from './names-with-spaces.ts';
import { unescapedString } from './string-literal.ts';

/** A name of several words or symbols at its place in the text. */
export interface KnownName {
  readonly name: string;
  readonly end: number;
}

export interface TextWithKnownNames {
  /** The text with each known name written as one word of the same length, so that positions stay right. */
  readonly text: string;
  /** By position in the text. */
  readonly names: ReadonlyMap<number, KnownName>;
}

/** A letter no expression uses (Cherokee). */
const letter = 'Ꭶ';

const builtinNames = emptyNode();
for (const name of namesWithSpaces) addName(builtinNames, name, 'variable');

interface Token {
  readonly text: string;
  readonly start: number;
}

interface Bracket {
  readonly kind: 'context' | 'parameters' | 'filter' | 'other';
  /** Index of the first token of a name that is being declared, if one may be. */
  nameStart: number | undefined;
  /** How many for, some and every are before their return or satisfies. */
  loops: number;
}

/**
 * Finds the names of several words or symbols, the longest first, in one pass whose steps are bounded by the text's
 * length times the longest name. Names that the text itself declares (context entries, parameters, loop variables) are
 * known from there to its end: wider than their scope, but the parse needs no types and stays linear.
 */
export function textWithKnownNames(text: string, scope: NamesInScope): TextWithKnownNames {
  const tokens = tokensOf(text);
  const found = new Map<number, KnownName>();
  const declared = emptyNode();
  let bracket: Bracket = { kind: 'other', nameStart: undefined, loops: 0 };
  const outer: Bracket[] = [];
  let filters = 0;

  const declare = (end: number) => {
    const { nameStart } = bracket;
    bracket.nameStart = undefined;
    if (nameStart === undefined || nameStart >= end || end - nameStart > tokensOfDeclarationMax) return;
    const first = tokens[nameStart] as Token;
    const last = tokens[end - 1] as Token;
    const quoted = first.text.startsWith('"') || first.text.startsWith('`');
    const name = quoted
      ? unescapedString(first.text)
      : text.slice(first.start, last.start + last.text.length).replace(/\s+/g, ' ');
    if (quoted && end - nameStart > 1) return;
    addName(declared, name, 'variable');
    addName(declared, name, 'entry');
  };

  const followLoop = (token: string, index: number) => {
    if ((token === 'for' || token === 'some' || token === 'every') && bracket.nameStart === undefined) {
      bracket.loops++;
      bracket.nameStart = index + 1;
    }
    if (bracket.loops === 0) return;
    if (token === 'in') declare(index);
    if (token === 'return' || token === 'satisfies') bracket.loops--;
  };

  for (let index = 0; index < tokens.length; index++) {
    const { text: token } = tokens[index] as Token;
    const previous = tokens[index - 1]?.text ?? '';
    const isStep = previous === '.' && tokens[index - 2]?.text !== '.';
    switch (token) {
      case '{':
      case '(':
      case '[': {
        outer.push(bracket);
        const kind = kindOf(token, previous);
        const declares = kind === 'context' || kind === 'parameters';
        bracket = { kind, nameStart: declares ? index + 1 : undefined, loops: 0 };
        if (kind === 'filter') filters++;
        continue;
      }
      case '}':
      case ')':
      case ']':
        if (bracket.kind === 'parameters') declare(index);
        if (bracket.kind === 'filter') filters--;
        bracket = outer.pop() ?? bracket;
        continue;
      case ',':
        if (bracket.kind === 'parameters') declare(index);
        bracket.nameStart = bracket.kind === 'other' && bracket.loops === 0 ? undefined : index + 1;
        continue;
      case ':':
        if (bracket.kind === 'context' || bracket.kind === 'parameters') declare(index);
        continue;
    }
    const places: readonly NamePlace[] = isStep ? stepPlaces : filters > 0 ? filterPlaces : variablePlaces;
    const known = longest([...scope.roots, declared, builtinNames], tokens, index, places);
    if (known === undefined) {
      if (!isStep) followLoop(token, index);
      continue;
    }
    const last = tokens[known.end - 1] as Token;
    if (known.root !== builtinNames) {
      found.set((tokens[index] as Token).start, { name: known.name, end: last.start + last.text.length });
    }
    index = known.end - 1;
  }
  return { text: replaced(text, found), names: found };
}

/** A declaration with more tokens is no name. */
const tokensOfDeclarationMax = 40;

const stepPlaces: readonly NamePlace[] = ['entry'];
const variablePlaces: readonly NamePlace[] = ['variable'];
const filterPlaces: readonly NamePlace[] = ['variable', 'entry'];

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(textToken)) {
    if (!match[0].startsWith('//') && !match[0].startsWith('/*')) tokens.push({ text: match[0], start: match.index });
  }
  return tokens;
}

const keywordsBeforeOperand = /^(?:if|then|else|return|satisfies|in|and|or|between)$/;

function kindOf(opening: string, previous: string): Bracket['kind'] {
  if (opening === '{') return 'context';
  if (opening === '(') return previous === 'function' ? 'parameters' : 'other';
  return /[\p{L}\p{N}\p{M}_?$"`)\]}]$/u.test(previous) && !keywordsBeforeOperand.test(previous) ? 'filter' : 'other';
}

/** The longest name that begins at a token; of equally long ones that of the first root. */
function longest(roots: readonly NameNode[], tokens: readonly Token[], start: number, places: readonly NamePlace[]) {
  let best: { readonly name: string; readonly end: number; readonly root: NameNode } | undefined;
  for (const root of roots) {
    let node: NameNode | undefined = root;
    for (let end = start; end < tokens.length; ) {
      node = node.next.get((tokens[end] as Token).text);
      if (node === undefined) break;
      end++;
      const place = places.find((candidate) => node?.[candidate] !== undefined);
      const name = place === undefined ? undefined : node[place];
      if (name !== undefined && end > (best?.end ?? 0)) best = { name, end, root };
    }
  }
  return best;
}

function replaced(text: string, names: ReadonlyMap<number, KnownName>): string {
  let result = '';
  let copiedTo = 0;
  for (const [start, { end }] of names) {
    result += text.slice(copiedTo, start) + letter.repeat(end - start);
    copiedTo = end;
  }
  return result + text.slice(copiedTo);
}
