import { limits } from '../limits.ts';
import type { Lowering } from './lowering.ts';
import type { SyntaxNode } from './parser.ts';
import { child, childrenOf, isOperand } from './parser-tree.ts';
import { tooDeep } from './prepared-text.ts';
import type { Expression } from './syntax-tree.ts';

/** `base.name[filter](arguments)…`: evaluation nests once per step, so the steps count as levels. */
export function lowerPostfix(lowering: Lowering, node: SyntaxNode, depth: number): Expression {
  const steps: SyntaxNode[] = [];
  let base = node;
  while (base.name === 'PathExpression' || base.name === 'FilterExpression' || base.name === 'FunctionInvocation') {
    steps.push(base);
    base = childrenOf(base)[0] as SyntaxNode;
  }
  if (depth + steps.length > limits.nestingDepthMax) throw tooDeep(node.from);
  let expression = base.name === 'SpecialFunctionName' ? undefined : lowering.expression(base, depth);
  for (const step of steps.reverse()) {
    if (step.name === 'PathExpression') {
      const name = lowering.name(child(step, 'PathName'));
      expression = { kind: 'path', target: expression as Expression, name };
    } else if (step.name === 'FilterExpression') {
      const filter = lowering.expression(childrenOf(step).filter(isOperand)[1] as SyntaxNode, depth);
      expression = { kind: 'filter', target: expression as Expression, filter };
    } else {
      const callee: string | Expression =
        expression === undefined ? lowering.words(base) : expression.kind === 'variable' ? expression.name : expression;
      expression = { kind: 'call', callee, arguments: argumentsOf(lowering, step, depth) };
    }
  }
  return expression as Expression;
}

export function argumentsOf(
  lowering: Lowering,
  node: SyntaxNode,
  depth: number,
): readonly Expression[] | ReadonlyMap<string, Expression> {
  const named = node.getChild('NamedParameters');
  if (named === null) {
    const positional = child(node, 'PositionalParameters');
    return childrenOf(positional).map((argument) => lowering.expression(argument, depth));
  }
  return new Map(
    childrenOf(named).map((parameter) => {
      const [name, value] = childrenOf(parameter) as [SyntaxNode, SyntaxNode];
      return [lowering.words(name), lowering.expression(value, depth)];
    }),
  );
}
