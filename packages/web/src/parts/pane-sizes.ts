/** How large the panes beside or above each other are: percent of the whole, by the pane's id. */
export type PaneSizes = Readonly<Record<string, number>>;

export interface SizedPane {
  readonly id: string;
  /** Percent; panes without one share what is left. */
  readonly size?: number;
}

/** What was remembered of these panes, else what they begin with. What was remembered may be anything: people can write there. */
export function paneSizes(panes: readonly SizedPane[], remembered: string | null): PaneSizes {
  const kept = parseSizes(remembered);
  return panes.every(({ id }) => kept[id] !== undefined)
    ? Object.fromEntries(panes.map(({ id }) => [id, kept[id]!]))
    : firstSizes(panes);
}

export function firstSizes(panes: readonly SizedPane[]): PaneSizes {
  const taken = panes.reduce((sum, { size = 0 }) => sum + size, 0);
  const share = (100 - taken) / panes.filter(({ size }) => size === undefined).length;
  return Object.fromEntries(panes.map(({ id, size = share }) => [id, size]));
}

/**
 * Moves the border between two panes; the others stay as they are.
 * @param before what the first shall have of both, from 0 to 1. @param px what both have together, and have at least.
 */
export function moveBorder(
  sizes: PaneSizes,
  [first, second]: readonly [string, string],
  before: number,
  px: { readonly both: number; readonly firstMin: number; readonly secondMin: number },
): PaneSizes {
  const both = (sizes[first] ?? 0) + (sizes[second] ?? 0);
  const least = px.firstMin / px.both;
  // Where there is too little room for both the second one gives way, as it does on the page.
  const most = Math.max(least, 1 - px.secondMin / px.both);
  const size = both * Math.min(most, Math.max(least, before));
  return { ...sizes, [first]: size, [second]: both - size };
}

/** Percent that the first of two panes has of both. */
export function partOfBoth(sizes: PaneSizes, [first, second]: readonly [string, string]): number {
  const both = (sizes[first] ?? 0) + (sizes[second] ?? 0);
  return Math.round((100 * (sizes[first] ?? 0)) / both);
}

function parseSizes(text: string | null): PaneSizes {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(([, size]) => Number.isFinite(size) && size > 0));
  } catch {
    return {};
  }
}
