import type { FilterChip } from '../../parts/filter-chips.tsx';
import type { Formats } from '../../texts/formats.ts';
import type { Texts } from '../../texts/language.ts';
import { cleared, isSet } from './filters/optional-filter.ts';
import { optionalFilters } from './filters/optional-filters.ts';
import { instanceStates, type ProcessesSearch, statesOf } from './processes-search.ts';
import type { SearchChange } from './search-change.ts';

export interface SearchNames {
  readonly process: string | undefined;
  readonly element: string | undefined;
}

/** What the address asks for, one chip for each filter in use. */
export function searchChips(
  search: ProcessesSearch,
  names: SearchNames,
  texts: Texts,
  formats: Formats,
  change: (change: SearchChange) => void,
): readonly FilterChip[] {
  const { processes } = texts;
  const chip = (id: string, name: string, value: string, removal: SearchChange): FilterChip => ({
    id,
    text: processes.chip(name, value),
    onRemove: () => change(removal),
  });
  const chosen = statesOf(search);
  const statesText = formats.list(
    instanceStates.filter((state) => chosen.has(state)).map((state) => processes.states[state]),
  );
  return [
    ...(search.process === undefined
      ? []
      : [
          chip('process', processes.process, names.process ?? search.process, {
            process: undefined,
            tenant: undefined,
            version: undefined,
            element: undefined,
          }),
        ]),
    ...(search.version === undefined
      ? []
      : [chip('version', processes.version, String(search.version), { version: undefined, element: undefined })]),
    ...(search.element === undefined
      ? []
      : [chip('element', processes.element, names.element ?? search.element, { element: undefined })]),
    ...(search.states === undefined || chosen.size === 0
      ? []
      : [chip('states', processes.state, statesText, { states: undefined })]),
    ...optionalFilters
      .filter((filter) => isSet(filter, search))
      .map((filter) => ({
        id: filter.id,
        text: filter.describe(search, texts, formats),
        onRemove: () => change(cleared(filter)),
      })),
  ];
}
