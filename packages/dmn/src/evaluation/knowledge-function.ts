import { EvaluationFailed, FeelFunction, type FeelValue, type Run } from '@waggle/feel';

type Invoke = (args: readonly FeelValue[], run: Run) => FeelValue;

/**
 * A function of the model: a business knowledge model, a decision service, a boxed function definition. Called from FEEL it gives null where it
 * fails, with a warning; called by a boxed invocation it fails together with the decision that has the invocation.
 */
export class KnowledgeFunction extends FeelFunction {
  readonly call: Invoke;

  constructor(parameters: readonly string[], call: Invoke, invoke: Invoke) {
    super(parameters, invoke);
    this.call = call;
  }
}

/**
 * From FEEL a function that fails gives null, as the reference has it; a budget that is used up ends everything.
 * @param name what the warning calls it
 */
export function knowledgeFunction(
  name: string,
  parameters: readonly string[],
  call: KnowledgeFunction['call'],
): KnowledgeFunction {
  return new KnowledgeFunction(parameters, call, (args, run) => {
    try {
      return call(args, run);
    } catch (error) {
      if (!(error instanceof EvaluationFailed)) throw error;
      return run.warn('FUNCTION_INVOCATION_FAILURE', `Failed to invoke function '${name}': ${error.message}`);
    }
  });
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
