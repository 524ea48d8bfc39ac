import { getRouteApi } from '@tanstack/react-router';
import { searchAuditLogs } from '../../api/gen/api.ts';
import { sortOf, sortText } from '../../app/search-values.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { FilteredPage } from '../../parts/filtered-page.tsx';
import { ListHead } from '../../parts/list-head.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { LogEntryPanel } from './log-entry-panel.tsx';
import { operationsLogColumns } from './operations-log-columns.tsx';
import { operationsLogFilter } from './operations-log-filter.ts';
import { countLogFilters, noLogFilters, OperationsLogFilters, type SearchChanges } from './operations-log-filters.tsx';
import { type OperationsLogSearch, operationsLogSearch } from './operations-log-search.ts';
import './operations-log.scss';
import { operationsLogQuery, operationsLogSortDefault, useOperationsLog } from './use-operations-log.ts';
import { useProcessVersions } from './use-process-versions.ts';

const route = getRouteApi('/operate/operations-log');

/** Who asked for what, and what came of it. */
export function OperationsLogPage() {
  const texts = useTexts();
  const { operationsLog, filters } = texts;
  useTitle(operationsLog.title);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const versions = useProcessVersions(search.process);
  const version = versions.data?.items.find((definition) => definition.version === search.version);
  const filter = operationsLogFilter(search, version?.processDefinitionKey);
  const isFilterKnown = search.version === undefined || versions.data !== undefined || versions.isError;
  const entries = useOperationsLog(filter, search.sort, isFilterKnown);
  const change = (changes: SearchChanges<OperationsLogSearch>) =>
    void navigate({ search: (before) => operationsLogSearch({ ...before, ...changes }), replace: true });
  return (
    <FilteredPage
      id="operations-log"
      filters={<OperationsLogFilters search={search} versions={versions.data?.items ?? []} onChange={change} />}
      count={countLogFilters(search)}
      onReset={() => change(noLogFilters)}
    >
      <ListHead title={operationsLog.title} total={entries.total} isTotalMore={entries.isTotalMore}>
        <ExportMenu
          operation={searchAuditLogs}
          body={operationsLogQuery(filter, search.sort).body}
          name="operations-log"
          isDisabled={entries.items.length === 0}
        />
      </ListHead>
      <div className="list-body">
        <DataTable
          label={operationsLog.title}
          columns={operationsLogColumns(texts, search.entry !== undefined)}
          rows={{ ...entries, isLoading: entries.isLoading || !isFilterKnown }}
          rowId={(row) => row.auditLogKey}
          sort={sortOf(search.sort ?? operationsLogSortDefault)!}
          onSort={(sort) => change({ sort: sortText(sort) })}
          onOpen={({ auditLogKey }) => change({ entry: auditLogKey === search.entry ? undefined : auditLogKey })}
          {...(search.entry === undefined ? {} : { currentId: search.entry })}
          empty={
            countLogFilters(search) === 0 ? (
              <EmptyState title={operationsLog.none} text={operationsLog.noneHelp} />
            ) : (
              <EmptyState title={filters.noMatch} text={filters.noMatchHelp} />
            )
          }
        />
        {search.entry !== undefined && (
          <LogEntryPanel
            auditLogKey={search.entry}
            known={entries.items.find(({ auditLogKey }) => auditLogKey === search.entry)}
            onClose={() => change({ entry: undefined })}
          />
        )}
      </div>
    </FilteredPage>
  );
}
