import { EvaluationFailed, FeelFunction, type FeelValue } from '@waggle/feel';
import { childNamed, childrenNamed, type XmlElement } from '@waggle/xml';
import { callFunction } from '../evaluation/knowledge-function.ts';
import { nameOf } from '../model/name.ts';
import { logicRequired } from '../rules/logic-required.ts';
import type { Compilation, EvaluateLogic, ExpressionKind } from './expression-kind.ts';

/** Calls a function with an expression for each of its parameters, which are named. */
export const invocation: ExpressionKind = {
  decisionType: 'INVOCATION',
  rules: [
    { id: 'invocation-function', check: logicRequired },
    {
      id: 'invocation-parameter',
      check: (xml, report) => {
        for (const binding of bindingsOf(xml)) {
          if (parameterOf(binding) === '') {
            report(binding, 'Expected every binding to have a parameter with a name, but this one has none.');
          }
        }
      },
    },
  ],
  compile: compileInvocation,
};

const bindingsOf = (xml: XmlElement): XmlElement[] => childrenNamed(xml, 'dmn:binding');
const parameterOf = (binding: XmlElement): string => nameOf(childNamed(binding, 'dmn:parameter'));

function compileInvocation(xml: XmlElement, compilation: Compilation): EvaluateLogic {
  const evaluateCallee = compilation.logicIn(xml);
  const bindings = bindingsOf(xml).map((binding) => ({
    name: parameterOf(binding),
    // A parameter may be left without a value.
    evaluate: compilation.logicIn(binding),
  }));
  return (run, variables) => {
    const callee = evaluateCallee(run, variables);
    if (!(callee instanceof FeelFunction)) {
      return run.warn('NO_FUNCTION_FOUND', 'No function found that an invocation could call');
    }
    const args = new Map<string, FeelValue>();
    for (const { name, evaluate } of bindings) args.set(name, evaluate(run, variables));
    const missing = callee.parameters.find((parameter) => !args.has(parameter));
    // The reference takes a variable of that name, and fails when there is none.
    const values = callee.parameters.map((parameter) => args.get(parameter) ?? variables.variable(parameter));
    if (missing !== undefined && values[callee.parameters.indexOf(missing)] === undefined) {
      throw new EvaluationFailed(`no parameter found with name '${missing}'`);
    }
    return callFunction(
      run,
      callee,
      values.map((value) => value ?? null),
    );
  };
}
