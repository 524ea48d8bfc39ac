import type { Expression } from '../syntax/syntax-tree.ts';
import { expectedType } from '../values/arithmetic.ts';
import { toIndex } from '../values/number.ts';
import { type FeelList, type FeelNumber, type FeelValue, isList, isNumber } from '../values/value.ts';
import { compilePart } from './compile-part.ts';
import { iterationSteps } from './iteration.ts';
import type { Compilation, Evaluate, Scope } from './scope.ts';

/**
 * `list[filter]`: an index if the filter gives a number, else the items for which it gives true.
 * Which of the two is only known once the filter was evaluated for the first item.
 */
export function compileFilter(
  compilation: Compilation,
  { target, filter }: Extract<Expression, { kind: 'filter' }>,
  scope: Scope | null,
): Evaluate {
  const { isStandard } = compilation;
  const evaluate = compilePart(compilation, target, scope);
  const nodesBefore = compilation.nodeCount;
  const keep = compilePart(compilation, filter, { kind: 'item', parent: scope });
  const steps = iterationSteps(compilation, nodesBefore);
  return (run, frame) => {
    const target = evaluate(run, frame);
    const list = isStandard && !isList(target) && target !== null ? [target] : target;
    if (!isList(list)) return expectedType(run, 'list', list);
    const kept: FeelValue[] = [];
    for (let index = 0; index < list.length; index++) {
      const item = list[index] as FeelValue;
      run.charge(steps);
      const result = keep(run, { value: item, parent: frame });
      if (index === 0 && isNumber(result)) return itemAt(list, result);
      if (result === true) kept.push(item);
    }
    if (list.length > 0 || filter.kind === 'comparison' || filter.kind === 'call') return kept;
    return isNumber(keep(run, { value: null, parent: frame })) ? null : kept;
  };
}

/** 1-based; negative indices count from the end; null outside the list. */
function itemAt(list: FeelList, position: FeelNumber): FeelValue {
  const index = toIndex(position);
  return list[index > 0 ? index - 1 : list.length + index] ?? null;
}
