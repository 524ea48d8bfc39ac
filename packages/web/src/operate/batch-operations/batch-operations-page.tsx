import { getRouteApi } from '@tanstack/react-router';
import { searchBatchOperations } from '../../api/gen/api.ts';
import { sortOf, sortText } from '../../app/search-values.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { FilterChoice } from '../../parts/filter-choice.tsx';
import { ListHead } from '../../parts/list-head.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { batchOperationColumns } from './batch-operation-columns.tsx';
import {
  type BatchOperationsSearch,
  batchOperationStates,
  batchOperationsSearch,
  batchOperationTypes,
} from './batch-operations-search.ts';
import './batch-operations.scss';
import { batchOperationsQuery, batchOperationsSortDefault, useBatchOperations } from './use-batch-operations.ts';

const route = getRouteApi('/operate/batch-operations');

/** Everything that was asked for of many instances at once, and how far it is. */
export function BatchOperationsPage() {
  const texts = useTexts();
  const { batchOperations, states, filters } = texts;
  useTitle(batchOperations.title);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const operations = useBatchOperations(search);
  const change = (
    changes: { readonly [Name in keyof BatchOperationsSearch]: BatchOperationsSearch[Name] | undefined },
  ) => void navigate({ search: (before) => batchOperationsSearch({ ...before, ...changes }), replace: true });
  const filterCount = (search.type === undefined ? 0 : 1) + (search.state === undefined ? 0 : 1);
  return (
    <div className="list-page">
      <ListHead title={batchOperations.title} total={operations.total} isTotalMore={operations.isTotalMore}>
        <ExportMenu
          operation={searchBatchOperations}
          body={batchOperationsQuery(search).body}
          name="batch-operations"
          isDisabled={operations.items.length === 0}
        />
      </ListHead>
      <FilterBar count={filterCount} onReset={() => change({ type: undefined, state: undefined })}>
        <FilterChoice
          label={filters.type}
          value={search.type}
          options={batchOperationTypes.map((value) => ({ value, text: batchOperations.types[value] }))}
          onChange={(type) => change({ type })}
        />
        <FilterChoice
          label={filters.state}
          value={search.state}
          options={batchOperationStates.map((value) => ({ value, text: states[value] }))}
          onChange={(state) => change({ state })}
        />
      </FilterBar>
      <DataTable
        label={batchOperations.title}
        columns={batchOperationColumns(texts)}
        rows={operations}
        rowId={(row) => row.batchOperationKey}
        sort={sortOf(search.sort ?? batchOperationsSortDefault)!}
        onSort={(sort) => change({ sort: sortText(sort) })}
        onOpen={({ batchOperationKey }) =>
          void navigate({ to: '/operate/batch-operations/$batchOperationKey', params: { batchOperationKey } })
        }
        empty={
          filterCount === 0 ? (
            <EmptyState title={batchOperations.none} text={batchOperations.noneHelp} />
          ) : (
            <EmptyState title={filters.noMatch} text={filters.noMatchHelp} />
          )
        }
      />
    </div>
  );
}
