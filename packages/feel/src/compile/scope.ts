import { builtinFunction } from '../builtins/builtin-function.ts';
import type { Run } from '../evaluation.ts';
import type { Expression } from '../syntax/syntax-tree.ts';
import { type FeelContext, type FeelValue, isContext } from '../values/value.ts';

/**
 * Names are resolved when an expression is compiled; evaluation only walks a known number of frames outwards.
 * A compile-time Scope and a run-time Frame correspond one to one.
 */
export type Scope =
  /** A loop variable, a parameter, `partial` or `?`. Its frame holds the value. */
  | { readonly kind: 'name'; readonly name: string; readonly parent: Scope | null; uses: number }
  /** The entries of a context literal so far. Its frame holds the growing Map. */
  | { readonly kind: 'entries'; readonly names: Set<string>; readonly parent: Scope | null }
  /** The item a filter looks at: `item`, and the keys it has, known only at run time. Its frame holds the item. */
  | { readonly kind: 'item'; readonly parent: Scope | null };

export interface Frame {
  readonly value: FeelValue;
  readonly parent: Frame | null;
}

export type Evaluate = (run: Run, frame: Frame | null) => FeelValue;
type Lookup = (run: Run, frame: Frame | null) => FeelValue | undefined;

/** What the compilation of one expression finds out besides its closures. */
export interface Compilation {
  /** The dispatcher over all kinds of expressions. */
  readonly compile: (compilation: Compilation, expression: Expression, scope: Scope | null) => Evaluate;
  /** See conformance.ts. */
  readonly isStandard: boolean;
  /** See CompileOptions. */
  readonly types: ReadonlyMap<string, (value: FeelValue, run: Run) => boolean>;
  /** Whether the root is a list of unary tests, so that `?` is the value they test. */
  readonly testsInput: boolean;
  readonly variableNames: Set<string>;
  /** Closures built so far; the difference around a loop body is what one iteration costs. */
  nodeCount: number;
  /** How often `?` was found outside every scope. */
  rootInputUses: number;
}

/** Whether a comparison without a left side, or `?`, has a value to test. */
export function testsInput(compilation: Compilation, scope: Scope | null): boolean {
  for (let current = scope; current !== null; current = current.parent) {
    if (current.kind === 'name' && current.name === '?') return true;
  }
  return compilation.testsInput;
}

/** The value of a name; null plus a warning if there is none. */
export function compileVariable(compilation: Compilation, scope: Scope | null, name: string): Evaluate {
  const lookup = compileLookup(compilation, scope, name);
  const builtin = compilation.isStandard ? builtinFunction(name) : undefined;
  return (run, frame) => {
    const value = lookup(run, frame);
    if (value === undefined && builtin !== undefined) return builtin;
    return value === undefined ? run.warn('NO_VARIABLE_FOUND', `No variable found with name '${name}'`) : value;
  };
}

/** The value of a name in a scope or among the root variables, undefined if there is none. */
export function compileLookup(compilation: Compilation, scope: Scope | null, name: string): Lookup {
  const { isFound, itemDepths, lookup } = compileScopedLookup(scope, name);
  if (isFound) return lookup;
  if (name === '?') compilation.rootInputUses++;
  compilation.variableNames.add(name);
  return probing(itemDepths, name, (run) => run.variables.variable(name));
}

interface ScopedLookup {
  /** Whether a scope certainly has the name. */
  readonly isFound: boolean;
  /** How far out the filters are whose items may have the name. */
  readonly itemDepths: readonly number[];
  readonly lookup: Lookup;
}

/** The value of a name in the scopes alone. */
export function compileScopedLookup(scope: Scope | null, name: string): ScopedLookup {
  const itemDepths: number[] = [];
  const found = (lookup: Lookup) => ({ isFound: true, itemDepths, lookup: probing(itemDepths, name, lookup) });
  let depth = 0;
  for (let current = scope; current !== null; current = current.parent, depth++) {
    if (current.kind === 'name' && current.name === name) {
      current.uses++;
      return found(frameValue(depth));
    }
    if (current.kind === 'entries' && current.names.has(name)) {
      const entriesDepth = depth;
      return found((_run, frame) => (frameAt(frame, entriesDepth).value as FeelContext).get(name));
    }
    if (current.kind === 'item') {
      itemDepths.push(depth);
      if (name === 'item') return found(frameValue(depth));
    }
  }
  return { isFound: false, itemDepths, lookup: probing(itemDepths, name, () => undefined) };
}

/** Looks for a key of the items of the filters around it first, from the inside out. */
function probing(itemDepths: readonly number[], name: string, otherwise: Lookup): Lookup {
  if (itemDepths.length === 0) return otherwise;
  return (run, frame) => {
    for (const depth of itemDepths) {
      const item = frameAt(frame, depth).value;
      const value = isContext(item) ? item.get(name) : undefined;
      if (value !== undefined) return value;
    }
    return otherwise(run, frame);
  };
}

function frameValue(depth: number): Lookup {
  if (depth === 0) return (_run, frame) => (frame as Frame).value;
  if (depth === 1) return (_run, frame) => ((frame as Frame).parent as Frame).value;
  return (_run, frame) => frameAt(frame, depth).value;
}

function frameAt(frame: Frame | null, depth: number): Frame {
  let current = frame as Frame;
  for (let left = depth; left > 0; left--) current = current.parent as Frame;
  return current;
}
