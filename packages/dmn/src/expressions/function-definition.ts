import { knowledgeFunction } from '../evaluation/knowledge-function.ts';
import { functionKind } from '../rules/function-kind.ts';
import { logicRequired } from '../rules/logic-required.ts';
import type { ExpressionKind } from './expression-kind.ts';
import { parametersOf, withParameters } from './parameters.ts';

/** A function as a value. It sees the variables around it wherever it is called. */
export const functionDefinition: ExpressionKind = {
  decisionType: 'UNKNOWN',
  rules: [functionKind, { id: 'function-body', check: logicRequired }],
  compile: (xml, compilation) => {
    const parameters = parametersOf(xml, compilation);
    const names = parameters.map(({ name }) => name);
    const evaluate = compilation.withNames(names).logicIn(xml);
    return (_run, variables) =>
      knowledgeFunction('function', names, (args, run) =>
        evaluate(run, withParameters(run, parameters, args, variables)),
      );
  },
};
