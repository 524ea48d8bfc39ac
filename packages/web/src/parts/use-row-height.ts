import { useIsNarrow } from './use-media.ts';

const rowHeights = {
  /** `--row-height` and `--tree-row-height` of the style sheets. */
  wide: { table: 32, tree: 28 },
  /** Large enough for a finger. */
  narrow: { table: 44, tree: 40 },
} as const;

/** Of rows that are drawn only where they are seen, in pixels. */
export function useRowHeight(kind: 'table' | 'tree'): number {
  return rowHeights[useIsNarrow() ? 'narrow' : 'wide'][kind];
}
