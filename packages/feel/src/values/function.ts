import type { Run } from '../evaluation.ts';
import type { FeelValue } from './value.ts';

/** A function as a value: a lambda of an expression, or one a host package (DMN) offers as a variable. */
export class FeelFunction {
  readonly parameters: readonly string[];
  /** Takes one argument per parameter, in their order. */
  readonly invoke: (args: readonly FeelValue[], run: Run) => FeelValue;

  constructor(parameters: readonly string[], invoke: (args: readonly FeelValue[], run: Run) => FeelValue) {
    this.parameters = parameters;
    this.invoke = invoke;
  }
}

/** Calls a function value within the run's limit of nested calls. */
export function invokeFunction(run: Run, callee: FeelFunction, args: readonly FeelValue[]): FeelValue {
  run.enterFunction();
  try {
    return callee.invoke(args, run);
  } finally {
    run.leaveFunction();
  }
}
