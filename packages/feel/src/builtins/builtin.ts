import type { Run } from '../evaluation.ts';
import type { FeelValue } from '../values/value.ts';

/** Why a built-in gives no value; the caller gets null plus FUNCTION_INVOCATION_FAILURE (assert: a failed evaluation). */
export class Failure {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

export const fail = (message: string): Failure => new Failure(message);

export type Outcome = FeelValue | Failure;
export type Guard<T extends FeelValue = FeelValue> = (value: FeelValue) => value is T;
type Guarded<G> = G extends Guard<infer T> ? T : never;
type Arguments<Guards extends readonly Guard[]> = { [Index in keyof Guards]: Guarded<Guards[Index]> };

/** One way to call a built-in. Several of one arity are tried in order; the first whose guards hold is taken. */
export interface Overload {
  readonly parameters: readonly string[];
  readonly guards: readonly Guard[];
  /** The last parameter takes all further arguments as a list; if it is the only one, a single list stands for itself. */
  readonly isVariadic: boolean;
  readonly invoke: (run: Run, args: readonly FeelValue[]) => Outcome;
}

export type Builtin = readonly Overload[];
export type Builtins = Readonly<Record<string, Builtin>>;

/**
 * Describes one overload.
 * @param parameters their names, for named arguments, in order, each with the guard its value must pass
 */
export function overload<const Guards extends readonly Guard[]>(
  parameters: { readonly [Index in keyof Guards]: readonly [name: string, guard: Guards[Index]] },
  invoke: (run: Run, ...args: Arguments<Guards>) => Outcome,
): Overload {
  const described = parameters as readonly (readonly [string, Guard])[];
  return {
    parameters: described.map(([name]) => name),
    guards: described.map(([, guard]) => guard),
    isVariadic: false,
    invoke: (run, args) => invoke(run, ...(args as Arguments<Guards>)),
  };
}

/** The same, with a last parameter that takes any number of arguments. */
export function variadic<const Guards extends readonly Guard[]>(
  parameters: { readonly [Index in keyof Guards]: readonly [name: string, guard: Guards[Index]] },
  invoke: (run: Run, ...args: Arguments<Guards>) => Outcome,
): Overload {
  return { ...overload(parameters, invoke), isVariadic: true };
}

export const any = (_value: FeelValue): _value is FeelValue => true;

/** Also accepts null, which stands for an argument left out. */
export const optional =
  <T extends FeelValue>(guard: Guard<T>): Guard<T | null> =>
  (value): value is T | null =>
    value === null || guard(value);
