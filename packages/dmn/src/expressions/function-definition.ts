import type { XmlElement } from '@waggle/xml';
import { knowledgeFunction } from '../evaluation/knowledge-function.ts';
import { functionKind, isFeelFunction } from '../rules/function-kind.ts';
import { logicRequired } from '../rules/logic-required.ts';
import type { Compilation, EvaluateLogic, ExpressionKind } from './expression-kind.ts';
import { parametersOf, withParameters } from './parameters.ts';

/** A function as a value. It sees the variables around it wherever it is called. */
export const functionDefinition: ExpressionKind = {
  decisionType: 'UNKNOWN',
  rules: [{ id: 'function-body', check: logicRequired }],
  compile: (xml, compilation) => {
    if (compilation.conformance === 'standard' && !isFeelFunction(xml)) return externalFunction(xml, compilation);
    functionKind.check(xml, compilation.reportFor(functionKind.id));
    const parameters = parametersOf(xml, compilation);
    const names = parameters.map(({ name }) => name);
    const evaluate = compilation.withNames(names).logicIn(xml);
    return (_run, variables) =>
      knowledgeFunction('function', names, (args, run) =>
        evaluate(run, withParameters(run, parameters, args, variables)),
      );
  },
};

/** As in FEEL's own `function … external`: can be defined and called, and gives null. */
function externalFunction(xml: XmlElement, compilation: Compilation): EvaluateLogic {
  const names = parametersOf(xml, compilation).map(({ name }) => name);
  const external = knowledgeFunction('function', names, (_args, run) =>
    run.warn('FUNCTION_INVOCATION_FAILURE', 'External functions are not supported'),
  );
  return () => external;
}
