/** More rows at once make a page slow, and nobody reads them. */
export const RULES_SHOWN_MAX = 300;

/**
 * Which rules of a long table are drawn: the first ones, and those that matched wherever they are.
 * @param matched indices from 0 on.
 * @returns indices in order.
 */
export function rulesShown(count: number, matched: ReadonlySet<number>, isAll: boolean): readonly number[] {
  const all = Array.from({ length: count }, (_, index) => index);
  return isAll || count <= RULES_SHOWN_MAX ? all : all.filter((index) => index < RULES_SHOWN_MAX || matched.has(index));
}
