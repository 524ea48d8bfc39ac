import { useState } from 'react';

/** Which rows of a list are chosen: some, or all results of the search except some. */
export interface Selection {
  readonly isAll: boolean;
  /** The chosen ones, or with `isAll` those that are not. */
  readonly ids: ReadonlySet<string>;
}

export const noSelection: Selection = { isAll: false, ids: new Set() };

export function isAnySelected({ isAll, ids }: Selection): boolean {
  return isAll || ids.size > 0;
}

/** @param total how many results there are. */
export function selectedCount({ isAll, ids }: Selection, total: number): number {
  return isAll ? Math.max(0, total - ids.size) : ids.size;
}

/** A selection belongs to one question: with another one nothing is chosen. */
export function useRowSelection(question: unknown): readonly [Selection, (selection: Selection) => void] {
  const asked = JSON.stringify(question);
  const [chosen, setChosen] = useState({ asked, selection: noSelection });
  return [chosen.asked === asked ? chosen.selection : noSelection, (selection) => setChosen({ asked, selection })];
}
