import type { ProcessesSearch } from './processes-search.ts';

/** What becomes of parameters of the address: `undefined` takes one away. */
export type SearchChange = { readonly [Name in keyof ProcessesSearch]?: ProcessesSearch[Name] | undefined };

export function changedSearch(search: ProcessesSearch, change: SearchChange): ProcessesSearch {
  const { saved: _, ...filters } = search;
  const entries = Object.entries({ ...filters, ...change }).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries) as ProcessesSearch;
}
