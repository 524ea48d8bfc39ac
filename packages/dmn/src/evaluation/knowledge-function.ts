import { FeelFunction, type FeelValue, type Run } from '@waggle/feel';

type Invoke = (args: readonly FeelValue[], run: Run) => FeelValue;

/**
 * A function of the graph: a business knowledge model or a decision service. Called from FEEL it gives null where it
 * fails, with a warning; called by a boxed invocation it fails together with the decision that has the invocation.
 */
export class KnowledgeFunction extends FeelFunction {
  readonly call: Invoke;

  constructor(parameters: readonly string[], call: Invoke, invoke: Invoke) {
    super(parameters, invoke);
    this.call = call;
  }
}

/** Calls a function for a boxed invocation, within the run's limit of nested calls. */
export function callFunction(run: Run, callee: FeelFunction, args: readonly FeelValue[]): FeelValue {
  run.enterFunction();
  try {
    return callee instanceof KnowledgeFunction ? callee.call(args, run) : callee.invoke(args, run);
  } finally {
    run.leaveFunction();
  }
}
