import { BudgetExceeded } from './evaluation.ts';
import { limits } from './limits.ts';
import { type FeelValue, isContext, isList } from './values/value.ts';

/**
 * Makes sure a result can be written out: neither too deep for a JSON writer nor, with shared parts counted each time
 * they appear, too large. Without this a short loop builds a value that exhausts the memory of whoever stores it.
 * @returns what writing it out costs, in steps of a run
 * @throws {BudgetExceeded}
 */
export function chargeResult(result: FeelValue): number {
  let itemsLeft: number = limits.resultItemsMax;
  let charactersLeft: number = 4 * limits.stringLengthMax;
  const visit = (value: FeelValue, depth: number): void => {
    itemsLeft--;
    if (typeof value === 'string') charactersLeft -= value.length;
    if (itemsLeft < 0 || charactersLeft < 0) {
      throw new BudgetExceeded(
        `Expected a result of at most ${limits.resultItemsMax} items and ${4 * limits.stringLengthMax} characters, but it is larger`,
      );
    }
    if (typeof value !== 'object' || value === null) return;
    if (depth > limits.valueDepthMax) {
      throw new BudgetExceeded(
        `Expected a result nested at most ${limits.valueDepthMax} deep, but it is nested deeper`,
      );
    }
    if (isList(value)) for (const item of value) visit(item, depth + 1);
    else if (isContext(value)) {
      for (const [key, entry] of value) {
        charactersLeft -= key.length;
        visit(entry, depth + 1);
      }
    }
  };
  visit(result, 0);
  return limits.resultItemsMax - itemsLeft + ((4 * limits.stringLengthMax - charactersLeft) >>> 4);
}
