import type { ComponentType } from 'react';
import type { Formats } from '../../../texts/formats.ts';
import type { Texts } from '../../../texts/language.ts';
import type { ProcessesSearch } from '../processes-search.ts';
import type { SearchChange } from '../search-change.ts';

export interface FilterEditorProps {
  readonly search: ProcessesSearch;
  onChange(change: SearchChange): void;
  /** It was added just now and takes the focus. */
  readonly isNew: boolean;
}

/** A filter that is only shown when it is used. One file for each, and a line in optional-filters.ts. */
export interface OptionalFilter {
  readonly id: string;
  /** The parameters of the address that it sets. */
  readonly parameters: readonly (keyof ProcessesSearch)[];
  title(texts: Texts): string;
  /** What it asks for, for the chip above the list; asked only while it is set. */
  describe(search: ProcessesSearch, texts: Texts, formats: Formats): string;
  readonly Editor: ComponentType<FilterEditorProps>;
  /** Only links set it: it is not in the menu. Default `false`. */
  readonly isHidden?: boolean;
}

export function isSet({ parameters }: OptionalFilter, search: ProcessesSearch): boolean {
  return parameters.some((name) => search[name] !== undefined);
}

export function cleared({ parameters }: OptionalFilter): SearchChange {
  return Object.fromEntries(parameters.map((name) => [name, undefined]));
}
