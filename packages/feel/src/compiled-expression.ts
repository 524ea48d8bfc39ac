import { compile } from './compile/compile.ts';
import type { NamedTypes } from './compile/instance-of.ts';
import type { Compilation, Evaluate } from './compile/scope.ts';
import { compileTests } from './compile/unary-test.ts';
import type { Conformance } from './conformance.ts';
import {
  AssertionFailed,
  BudgetExceeded,
  type EvaluationContext,
  EvaluationFailed,
  type EvaluationResult,
  Run,
  type Variables,
} from './evaluation.ts';
import { chargeResult } from './result-size.ts';
import type { NamesInScope } from './syntax/names-in-scope.ts';
import { parseExpression, parseUnaryTests } from './syntax/parse.ts';
import { SyntaxProblem } from './syntax/syntax-problem.ts';
import type { FeelValue } from './values/value.ts';

/** An expression ready to be evaluated any number of times; immutable, so callers cache it by its text. */
export interface CompiledExpression {
  readonly text: string;
  /** Names the expression reads from its context; a function that is no built-in counts, too. */
  readonly variableNames: ReadonlySet<string>;
  /** Evaluates; never throws. Fails only for an assert() that does not hold and for an exceeded budget. */
  evaluate(context: EvaluationContext): EvaluationResult;
  /**
   * Evaluates as a part of a larger evaluation, on its budget and with its warnings.
   * @param variables what the expression sees at its root
   * @throws {EvaluationFailed} an assert() does not hold {BudgetExceeded} the budget of the whole is used up
   */
  evaluateWithin(run: Run, variables: Variables): FeelValue;
}

export type CompileResult =
  | { readonly ok: true; readonly expression: CompiledExpression }
  | {
      readonly ok: false;
      readonly message: string;
      /** Offset of the first character that does not fit. */
      readonly position: number;
    };

export interface CompileOptions {
  /**
   * The names of several words or symbols that are in scope, for DMN. With it the text's own declarations of such names
   * (context entries, parameters, loop variables) are understood, too. Default: none, so `a b` is an error and `a-b` a
   * subtraction.
   */
  readonly names?: NamesInScope;
  /** The types that `instance of` knows beside FEEL's own. Default: none. */
  readonly types?: NamedTypes;
  /** Default `camunda`. */
  readonly conformance?: Conformance;
}

/**
 * Compiles a FEEL expression, without the leading `=` of a BPMN attribute. Never throws.
 * Bounds: `limits.expressionLengthMax` characters, `limits.nestingDepthMax` levels.
 */
export function compileExpression(text: string, options: CompileOptions = {}): CompileResult {
  const compilation = newCompilation(options, false);
  return compiled(text, compilation, () => compile(compilation, parseExpression(text, options.names), null));
}

/** Compiles a list of unary tests (a decision table's cell). The input value is the variable `?`. Never throws. */
export function compileUnaryTests(text: string, options: CompileOptions = {}): CompileResult {
  const compilation = newCompilation(options, true);
  return compiled(text, compilation, () => compileTests(compilation, parseUnaryTests(text, options.names)));
}

function newCompilation({ types = noTypes, conformance }: CompileOptions, testsInput: boolean): Compilation {
  const isStandard = conformance === 'standard';
  return { compile, isStandard, types, testsInput, variableNames: new Set(), nodeCount: 0, rootInputUses: 0 };
}

const noTypes: NamedTypes = new Map();

function compiled(text: string, compilation: Compilation, build: () => Evaluate): CompileResult {
  try {
    const evaluate = build();
    const { variableNames } = compilation;
    const steps = 1 + (compilation.nodeCount >>> 2);
    return {
      ok: true,
      expression: {
        text,
        variableNames,
        evaluate: (context) => evaluated(text, evaluate, context),
        evaluateWithin: (run, variables) => {
          run.charge(steps);
          const outer = run.variables;
          run.variables = variables;
          try {
            return evaluate(run, null);
          } catch (error) {
            if (error instanceof AssertionFailed) throw new EvaluationFailed(failureMessage(text, error));
            throw error;
          } finally {
            run.variables = outer;
          }
        },
      },
    };
  } catch (error) {
    const position = error instanceof SyntaxProblem ? error.position : 0;
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, message: `Failed to parse expression '${shortened(text)}': ${reason}`, position };
  }
}

function evaluated(text: string, evaluate: Evaluate, context: EvaluationContext): EvaluationResult {
  const run = new Run(context);
  try {
    const value = evaluate(run, null);
    if (typeof value === 'object' && value !== null) chargeResult(value);
    return { ok: true, value, warnings: run.warnings };
  } catch (error) {
    return { ok: false, message: failureMessage(text, error), warnings: run.warnings };
  }
}

function failureMessage(text: string, error: unknown): string {
  const shown = shortened(text);
  if (error instanceof AssertionFailed) {
    return `Assertion failure on evaluate the expression '${shown}': ${error.message}`;
  }
  if (error instanceof BudgetExceeded) return `Failed to evaluate expression '${shown}': ${error.message}`;
  // Functions nested 100 deep, each with an expression nested 200 deep, can exhaust the stack before our own limits.
  if (error instanceof Error && /stack|recursion/i.test(error.message))
    return `Failed to evaluate expression '${shown}': it is nested too deeply`;
  return `Failed to evaluate expression '${shown}': ${error instanceof Error ? error.message : String(error)}`;
}

const textShownMax = 500;

const shortened = (text: string): string => (text.length > textShownMax ? `${text.slice(0, textShownMax)}…` : text);
