/** How far the loop of a multi-instance body is. Items and outputs lie beside it, in pages. */
export interface MultiInstance {
  readonly itemCount: number;
  readonly completedCount: number;
  readonly terminatedCount: number;
  /** Characters of the outputs collected so far. */
  readonly outputLength: number;
}

/** JSON texts of items in order. */
export type ItemPage = readonly string[];

/** JSON texts of outputs in the order of their items; `null` where none is collected yet. */
export type OutputPage = readonly (string | null)[];

/**
 * Items and outputs a page holds. Reading one item takes its page and no more; a new output copies its page; and a whole
 * loop is dropped page by page. Fixed for ever: pages lie in the state.
 */
export const LOOP_PAGE_SIZE = 64;

/** Where an item or output lies. @param loopCounter from 1. */
export function placeInPage(loopCounter: number): { readonly page: bigint; readonly index: number } {
  const place = loopCounter - 1;
  return { page: BigInt(Math.floor(place / LOOP_PAGE_SIZE)), index: place % LOOP_PAGE_SIZE };
}
