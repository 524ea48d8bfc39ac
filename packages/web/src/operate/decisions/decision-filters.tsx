import type { DecisionDefinitionResult } from '../../api/gen/api.ts';
import { DateRangeField } from '../../parts/date-range-field.tsx';
import { FilterChoice } from '../../parts/filter-choice.tsx';
import { FilterCombo } from '../../parts/filter-combo.tsx';
import { FilterGroup } from '../../parts/filter-group.tsx';
import { FilterText } from '../../parts/filter-text.tsx';

import { useTexts } from '../../texts/use-texts.ts';
import { type DecisionsSearch, decisionInstanceStates } from './decisions-search.ts';
import { useLatestDecisions } from './use-decision-definitions.ts';

export type DecisionsChanges = { readonly [Name in keyof DecisionsSearch]: DecisionsSearch[Name] | undefined };

export interface DecisionFiltersProps {
  readonly search: DecisionsSearch;
  /** Of the decision that is chosen. */
  readonly versions: readonly DecisionDefinitionResult[];
  onChange(changes: DecisionsChanges): void;
}

const filterNames = ['decision', 'version', 'state', 'keys', 'processInstanceKey', 'businessId', 'from', 'to'] as const;

export function countDecisionFilters(search: DecisionsSearch): number {
  return filterNames.filter((name) => search[name] !== undefined).length;
}

/** Takes all filters away. */
export const noDecisionFilters: DecisionsChanges = Object.fromEntries(filterNames.map((name) => [name, undefined]));

export function DecisionFilters({ search, versions, onChange }: DecisionFiltersProps) {
  const { decisions: texts, filters, states } = useTexts();
  const decisions = useLatestDecisions().data?.items ?? [];
  return (
    <>
      <FilterCombo
        label={texts.decision}
        value={search.decision}
        options={decisions.map(({ decisionDefinitionId, name }) => ({
          value: decisionDefinitionId,
          text: name === '' ? decisionDefinitionId : name,
        }))}
        onChange={(decision) => onChange({ decision, version: undefined })}
      />
      <FilterChoice
        label={filters.version}
        value={search.version === undefined ? undefined : String(search.version)}
        options={versions.map(({ version }) => ({ value: String(version), text: filters.versionNumber(version) }))}
        isDisabled={search.decision === undefined}
        onChange={(version) => onChange({ version: version === undefined ? undefined : Number(version) })}
      />
      <FilterChoice
        label={filters.state}
        value={search.state}
        options={decisionInstanceStates.map((value) => ({ value, text: states[value] }))}
        onChange={(state) => onChange({ state })}
      />
      <FilterText label={texts.keys} value={search.keys} isSearchField onChange={(keys) => onChange({ keys })} />
      <FilterText
        label={filters.processInstanceKey}
        value={search.processInstanceKey}
        onChange={(processInstanceKey) => onChange({ processInstanceKey })}
      />
      <FilterText
        label={filters.businessId}
        value={search.businessId}
        placeholder={texts.businessIdHelp}
        onChange={(businessId) => onChange({ businessId })}
      />
      <FilterGroup title={texts.columns.date}>
        <DateRangeField
          range={{ from: search.from, to: search.to }}
          onChange={({ from, to }) => onChange({ from, to })}
        />
      </FilterGroup>
    </>
  );
}
