import { parser, type trackVariables } from 'lezer-feel';
import { namesWithSpaces } from './names-with-spaces.ts';

/**
 * lezer-feel, set up for Camunda's dialect: names contain no spaces, except those of built-in functions and a few
 * properties; so the parse depends on the text alone.
 *
 * lezer-feel's own tracker follows scopes to know names with spaces, which costs quadratic time on long lists. Ours
 * only remembers the words of the name under way, which is what its tokenizer asks for.
 */
type Tracker = ReturnType<typeof trackVariables>;

/** How lezer-feel's own tracker gets at the text of a reduced node; the typings leave `read` out. */
interface TextAhead {
  readonly pos: number;
  read(from: number, to: number): string;
}

/** Longer than any name with spaces; more words need not be remembered, they can only be a mistake. */
const wordsMax = 8;

class NameUnderWay {
  readonly tokens: readonly string[];

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  contextCache(): { readonly keys: ReadonlySet<string>; readonly prefixes: ReadonlySet<string> } {
    return names;
  }
}

const names = {
  keys: new Set(namesWithSpaces),
  prefixes: new Set(namesWithSpaces.flatMap((name) => [...name].map((_, index) => name.slice(0, index + 1)))),
};
const noName = new NameUnderWay([]);

const termsNamed = (...termNames: string[]): ReadonlySet<number> =>
  new Set(parser.nodeSet.types.filter((type) => termNames.includes(type.name)).map((type) => type.id));
const words = termsNamed('Identifier');
const wholeNames = termsNamed('Name', 'VariableName', 'PathName');

const contextTracker: Tracker = {
  start: noName,
  strict: true,
  hash: () => 0,
  shift: (context: NameUnderWay) => context,
  reuse: (context: NameUnderWay) => context,
  reduce(context: NameUnderWay, term: number, stack: { readonly pos: number }, input: TextAhead): NameUnderWay {
    if (wholeNames.has(term)) return noName;
    if (!words.has(term) || context.tokens.length >= wordsMax) return context;
    return new NameUnderWay([...context.tokens, input.read(input.pos, stack.pos)]);
  },
};

/** `strict` stops at the first error: nothing is guessed, and hostile text costs no recovery. */
const configuration = { contextTracker, dialect: 'camunda', strict: true };

export const expressionParser = parser.configure({ ...configuration, top: 'Expression' });
export const unaryTestsParser = parser.configure({ ...configuration, top: 'UnaryTests' });
export type SyntaxNode = ReturnType<typeof expressionParser.parse>['topNode'];
