import type { VariableDraft, VariableDraftStore } from './variable-drafts.ts';

export interface VariableRow {
  readonly variableKey: string;
  readonly name: string;
  /** JSON; only its beginning when `isTruncated`. */
  readonly value: string;
  readonly isTruncated: boolean;
}

export interface DraftedRow extends VariableRow {
  readonly draft: VariableDraft | undefined;
}

/** The variables with what was changed of them; new ones, which only the drafts know, come first. */
export function draftedRows(
  variables: readonly VariableRow[],
  { drafts, names }: Pick<VariableDraftStore, 'drafts' | 'names'>,
  nameFilter: string,
): readonly DraftedRow[] {
  const present = new Set(variables.map(({ name }) => name));
  const added = names
    .filter((name) => !present.has(name) && name.toLowerCase().includes(nameFilter.toLowerCase()))
    .map((name) => ({ variableKey: `draft ${name}`, name, value: drafts[name]!.base ?? '', isTruncated: false }));
  return [...added, ...variables].map((row) => ({ ...row, draft: drafts[row.name] }));
}
