import { type Builtin, Failure, type Guard } from '../builtins/builtin.ts';
import { builtins } from '../builtins/builtins.ts';
import { standardBuiltins } from '../builtins/standard.ts';
import { AssertionFailed, Run } from '../evaluation.ts';
import { SyntaxProblem } from '../syntax/syntax-problem.ts';
import type { CallExpression, Expression } from '../syntax/syntax-tree.ts';
import { describeValue } from '../values/feel-string.ts';
import { FeelFunction, invokeFunction } from '../values/function.ts';
import { propertyOf } from '../values/property.ts';
import { type FeelValue, isContext, isList } from '../values/value.ts';
import { type CallArguments, compileArguments } from './call-arguments.ts';
import { compilePart } from './compile-part.ts';
import { isInstance } from './instance-of.ts';
import { iterationSteps } from './iteration.ts';
import {
  type Compilation,
  compileLookup,
  compileScopedLookup,
  type Evaluate,
  type Frame,
  type Scope,
} from './scope.ts';

/**
 * A lambda. It keeps the frames and root variables around it, so it sees their values wherever it is called. With an
 * argument that is not of its parameter's type it gives null.
 */
export function compileFunction(
  compilation: Compilation,
  { parameters, types, body }: Extract<Expression, { kind: 'function' }>,
  scope: Scope | null,
): Evaluate {
  const inner = parameters.reduce<Scope | null>((parent, name) => ({ kind: 'name', name, parent, uses: 0 }), scope);
  const nodesBefore = compilation.nodeCount;
  const evaluate = compilePart(compilation, body, inner);
  const steps = iterationSteps(compilation, nodesBefore);
  return ({ variables }, frame) =>
    new FeelFunction(parameters, (args, run) => {
      run.charge(steps);
      let innerFrame = frame;
      for (let index = 0; index < parameters.length; index++) {
        const value = args[index] ?? null;
        const type = types[index];
        if (type !== undefined && value !== null && !isInstance(run, compilation.types, value, type)) {
          return run.warn(
            'FUNCTION_INVOCATION_FAILURE',
            `Failed to invoke a function: the parameter '${parameters[index]}' has another type than ${describeValue(value)}`,
          );
        }
        innerFrame = { value, parent: innerFrame };
      }
      if (run.variables === variables) return evaluate(run, innerFrame);
      return run.withVariables(variables, () => evaluate(run, innerFrame));
    });
}

/** Java and PMML are not reachable from here. By the standard's tests such a function can be defined, and gives null. */
export function compileExternalFunction(
  { isStandard }: Compilation,
  { parameters, position }: Extract<Expression, { kind: 'external function' }>,
): Evaluate {
  const message = 'External functions are not supported';
  if (!isStandard) throw new SyntaxProblem(message, position);
  const external = new FeelFunction(parameters, (_args, run) => run.warn('FUNCTION_INVOCATION_FAILURE', message));
  return () => external;
}

export function compileCall(compilation: Compilation, call: CallExpression, scope: Scope | null): Evaluate {
  const args = compileArguments(compilation, call, scope);
  if (typeof call.callee === 'string') return compileNamedCall(compilation, call.callee, args, call, scope);
  if (call.callee.kind === 'path') {
    const { target, name } = call.callee;
    const evaluate = compilePart(compilation, target, scope);
    return (run, frame) => {
      const owner = evaluate(run, frame);
      const callee = isContext(owner) ? owner.get(name) : propertyOf(run, owner, name);
      return callee instanceof FeelFunction && args.fits(callee.parameters)
        ? invoke(run, callee, args, frame)
        : noFunction(run, name, args);
    };
  }
  const evaluate = compilePart(compilation, call.callee, scope);
  return (run, frame) => {
    const callee = evaluate(run, frame);
    return callee instanceof FeelFunction && args.fits(callee.parameters)
      ? invoke(run, callee, args, frame)
      : noFunction(run, describeValue(callee), args);
  };
}

/** A function in a scope around the call, else the built-in, else a function among the root variables. */
function compileNamedCall(
  compilation: Compilation,
  name: string,
  args: CallArguments,
  call: CallExpression,
  scope: Scope | null,
): Evaluate {
  const builtin = compileBuiltin(compilation, name, args);
  const scoped = compileScopedLookup(scope, name);
  // Nearly all calls are of built-ins with nothing of that name in sight: they need no look-up.
  if (builtin !== undefined && !scoped.isFound && scoped.itemDepths.length === 0) {
    return (readsText.has(name) ? compileText(builtin, call) : undefined) ?? builtin;
  }
  const lookup = builtin === undefined ? compileLookup(compilation, scope, name) : scoped.lookup;
  return (run, frame) => {
    const callee = lookup(run, frame);
    if (callee instanceof FeelFunction && args.fits(callee.parameters)) return invoke(run, callee, args, frame);
    return builtin === undefined ? noFunction(run, name, args) : builtin(run, frame);
  };
}

/** `date("2026-01-01")` is a literal to its reader. */
const readsText = new Set(['date', 'time', 'date and time', 'duration']);

/** @returns undefined unless the only argument is a text that the function can read. */
function compileText(builtin: Evaluate, call: CallExpression): Evaluate | undefined {
  const [only, ...more] = call.arguments.values();
  if (only?.kind !== 'literal' || more.length > 0) return undefined;
  const value = builtin(new Run({ variable: () => undefined, nowMs: 0 }), null);
  return value === null ? undefined : () => value;
}

/** @returns undefined if there is no built-in of this name that takes these arguments. */
function compileBuiltin({ isStandard }: Compilation, name: string, args: CallArguments): Evaluate | undefined {
  const builtin = (isStandard ? standardBuiltins.get(name) : undefined) ?? builtins.get(name);
  const candidates = builtin?.overloads.filter(({ parameters, isVariadic }) => args.fits(parameters, isVariadic));
  if (builtin === undefined || candidates === undefined || candidates.length === 0) return undefined;
  const { steps } = builtin;
  const call = isStandard ? callBuiltinCoercing : callBuiltin;
  return (run, frame) => {
    run.charge(steps);
    const outcome = call(run, candidates, args, args.evaluate(run, frame));
    if (!(outcome instanceof Failure)) return outcome;
    if (name === 'assert') {
      run.warn('ASSERT_FAILURE', outcome.message);
      throw new AssertionFailed(outcome.message);
    }
    return run.warn('FUNCTION_INVOCATION_FAILURE', `Failed to invoke function '${name}': ${outcome.message}`);
  };
}

function callBuiltin(
  run: Run,
  candidates: Builtin,
  args: CallArguments,
  values: readonly FeelValue[],
): FeelValue | Failure {
  // The first has the fewest parameters: what was left out by name is not told.
  let told: readonly FeelValue[] | undefined;
  for (const { parameters, guards, isVariadic, invoke } of candidates) {
    const arranged = args.arrange(values, parameters, isVariadic);
    if (guards.every((guard, index) => guard(arranged[index] ?? null))) return invoke(run, arranged);
    told ??= arranged;
  }
  if (!run.keepsWarnings) return new Failure('Illegal arguments');
  return new Failure(`Illegal arguments: ${(told ?? values).map((value) => `'${describeValue(value)}'`).join(', ')}`);
}

/** Where no overload takes the arguments, a list of one stands for its item, and a single value for a list of one. */
function callBuiltinCoercing(
  run: Run,
  candidates: Builtin,
  args: CallArguments,
  values: readonly FeelValue[],
): FeelValue | Failure {
  for (const { parameters, guards, isVariadic, invoke } of candidates) {
    const arranged = args.arrange(values, parameters, isVariadic);
    const coerced = guards.map((guard, index) => coercedTo(guard, arranged[index] ?? null));
    if (guards.every((guard, index) => guard(coerced[index] ?? null))) return invoke(run, coerced);
  }
  return callBuiltin(run, candidates, args, values);
}

function coercedTo(guard: Guard, value: FeelValue): FeelValue {
  const fits: boolean = guard(value);
  if (fits || value === null) return value;
  if (isList(value)) return value.length === 1 ? (value[0] as FeelValue) : value;
  return guard([value]) ? [value] : value;
}

function invoke(run: Run, callee: FeelFunction, args: CallArguments, frame: Frame | null): FeelValue {
  return invokeFunction(run, callee, args.arrange(args.evaluate(run, frame), callee.parameters, false));
}

function noFunction(run: Run, name: string, args: CallArguments): null {
  return run.warn('NO_FUNCTION_FOUND', `No function found with name '${name}' and ${args.description}`);
}
