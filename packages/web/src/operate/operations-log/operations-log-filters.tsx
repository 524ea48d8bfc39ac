import type { ProcessDefinitionResult } from '../../api/gen/api.ts';
import { DateRangeField } from '../../parts/date-range-field.tsx';
import { FilterChoice } from '../../parts/filter-choice.tsx';
import { FilterCombo } from '../../parts/filter-combo.tsx';
import { FilterGroup } from '../../parts/filter-group.tsx';
import { FilterText } from '../../parts/filter-text.tsx';

import { useTexts } from '../../texts/use-texts.ts';
import { entityTypes, type OperationsLogSearch, operationResults, operationTypes } from './operations-log-search.ts';
import { useLatestProcesses } from './use-process-versions.ts';

export type SearchChanges<Search> = { readonly [Name in keyof Search]: Search[Name] | undefined };

export interface OperationsLogFiltersProps {
  readonly search: OperationsLogSearch;
  /** Of the process that is chosen. */
  readonly versions: readonly ProcessDefinitionResult[];
  onChange(changes: SearchChanges<OperationsLogSearch>): void;
}

const filterNames = [
  'process',
  'version',
  'processInstanceKey',
  'operation',
  'entity',
  'result',
  'actor',
  'from',
  'to',
] as const;

export function countLogFilters(search: OperationsLogSearch): number {
  return filterNames.filter((name) => search[name] !== undefined).length;
}

/** Takes all filters away. */
export const noLogFilters: SearchChanges<OperationsLogSearch> = Object.fromEntries(
  filterNames.map((name) => [name, undefined]),
);

export function OperationsLogFilters({ search, versions, onChange }: OperationsLogFiltersProps) {
  const { filters, operationsLog } = useTexts();
  const processes = useLatestProcesses().data?.items ?? [];
  return (
    <>
      <FilterCombo
        label={filters.process}
        value={search.process}
        options={processes.map(({ processDefinitionId, name }) => ({
          value: processDefinitionId,
          text: name ?? processDefinitionId,
        }))}
        onChange={(process) => onChange({ process, version: undefined })}
      />
      <FilterChoice
        label={filters.version}
        value={search.version === undefined ? undefined : String(search.version)}
        options={versions.map(({ version }) => ({ value: String(version), text: filters.versionNumber(version) }))}
        isDisabled={search.process === undefined}
        onChange={(version) => onChange({ version: version === undefined ? undefined : Number(version) })}
      />
      <FilterText
        label={filters.processInstanceKey}
        value={search.processInstanceKey}
        isSearchField
        onChange={(processInstanceKey) => onChange({ processInstanceKey })}
      />
      <FilterChoice
        label={operationsLog.columns.operation}
        value={search.operation}
        options={operationTypes.map((value) => ({ value, text: operationsLog.operations[value] }))}
        onChange={(operation) => onChange({ operation })}
      />
      <FilterChoice
        label={operationsLog.columns.entity}
        value={search.entity}
        options={entityTypes.map((value) => ({ value, text: operationsLog.entities[value] }))}
        onChange={(entity) => onChange({ entity })}
      />
      <FilterChoice
        label={operationsLog.properties.result}
        value={search.result}
        options={operationResults.map((value) => ({ value, text: operationsLog.results[value] }))}
        onChange={(result) => onChange({ result })}
      />
      <FilterText label={operationsLog.columns.actor} value={search.actor} onChange={(actor) => onChange({ actor })} />
      <FilterGroup title={operationsLog.columns.time}>
        <DateRangeField
          range={{ from: search.from, to: search.to }}
          onChange={({ from, to }) => onChange({ from, to })}
        />
      </FilterGroup>
    </>
  );
}
