import { nameTokens } from './name-tokens.ts';

/** Where a name may stand: alone, or as a step of a path (`customer.Credit Score`) and inside filters. */
export type NamePlace = 'variable' | 'entry';

/** A name that has several words or symbols, found token by token. */
export interface NameNode {
  readonly next: Map<string, NameNode>;
  variable: string | undefined;
  entry: string | undefined;
}

/** More tokens than any sensible name has; it keeps the search for the longest name linear in the text. */
const nameTokensMax = 32;

/**
 * The names an expression may use although FEEL's own rules would take them apart: `Monthly Salary`, `a-b`, `x's`.
 * Names of one plain word are always understood and need not be told. Built once, used for any number of expressions.
 */
export class NamesInScope {
  /** Inner names first. Scopes share the nodes of those around them: models have thousands of names. */
  readonly roots: readonly NameNode[];

  /**
   * @param variables what can be named by itself: variables, functions, parameters
   * @param entries keys of contexts, understood after a dot, inside filters, and nowhere else
   */
  constructor(variables: Iterable<string>, entries: Iterable<string> = [], outer: readonly NameNode[] = []) {
    const root = emptyNode();
    for (const name of variables) addName(root, name, 'variable');
    for (const name of entries) addName(root, name, 'entry');
    this.roots = [root, ...outer];
  }

  /** The same scope with further variables, such as the entries of a boxed context above the one to compile. */
  with(variables: Iterable<string>): NamesInScope {
    return new NamesInScope(variables, [], this.roots);
  }
}

export const emptyNode = (): NameNode => ({ next: new Map(), variable: undefined, entry: undefined });

export function addName(root: NameNode, name: string, place: NamePlace): void {
  const tokens = nameTokens(name);
  if (tokens.length < 2 || tokens.length > nameTokensMax) return;
  let node = root;
  for (const token of tokens) {
    let next = node.next.get(token);
    if (next === undefined) {
      next = emptyNode();
      node.next.set(token, next);
    }
    node = next;
  }
  node[place] ??= name;
}
