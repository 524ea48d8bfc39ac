import { FeelFunction } from '../values/function.ts';
import { Failure } from './builtin.ts';
import { builtins } from './builtins.ts';
import { standardBuiltins } from './standard.ts';

/** A built-in function as a value, as which only the standard knows it; undefined if there is none of this name. */
export function builtinFunction(name: string): FeelFunction | undefined {
  const builtin = standardBuiltins.get(name) ?? builtins.get(name);
  const parameters = builtin?.overloads[0]?.parameters;
  if (builtin === undefined || parameters === undefined) return undefined;
  return new FeelFunction(parameters, (args, run) => {
    run.charge(builtin.steps);
    const overload = builtin.overloads.find(
      ({ guards }) => guards.length === args.length && guards.every((guard, index) => guard(args[index] ?? null)),
    );
    const outcome = overload === undefined ? new Failure('Illegal arguments') : overload.invoke(run, args);
    if (!(outcome instanceof Failure)) return outcome;
    return run.warn('FUNCTION_INVOCATION_FAILURE', `Failed to invoke function '${name}': ${outcome.message}`);
  });
}
