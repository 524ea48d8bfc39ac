import { Breadcrumb, BreadcrumbItem } from '@carbon/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { searchBatchOperationItems } from '../../api/gen/api.ts';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { FilterChoice } from '../../parts/filter-choice.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { BatchItems } from './batch-items.tsx';
import { BatchOperationActions } from './batch-operation-actions.tsx';
import { BatchOperationErrors } from './batch-operation-errors.tsx';
import { type BatchOperationSearch, batchItemStates, batchOperationSearch } from './batch-operation-search.ts';
import { BatchOperationTiles } from './batch-operation-tiles.tsx';
import { batchItemsQuery } from './use-batch-items.ts';
import './batch-operation.scss';
import { useBatchOperation } from './use-batch-operation.ts';

const route = getRouteApi('/operate/batch-operations/$batchOperationKey');

/** One batch operation: how far it is, what it worked on, and what failed. */
export function BatchOperationPage() {
  const { batchOperations: texts, states, filters } = useTexts();
  const { batchOperationKey } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: operation, error, refetch } = useBatchOperation(batchOperationKey);
  const title = operation === undefined ? texts.one : texts.types[operation.batchOperationType];
  useTitle(title);
  const change = (changes: { readonly [Name in keyof BatchOperationSearch]: BatchOperationSearch[Name] | undefined }) =>
    void navigate({ search: (before) => batchOperationSearch({ ...before, ...changes }), replace: true });
  return (
    <div className="list-page">
      <Breadcrumb noTrailingSlash className="list-crumbs">
        <BreadcrumbItem>
          <Link to="/operate/batch-operations" className="cds--link">
            {texts.title}
          </Link>
        </BreadcrumbItem>
      </Breadcrumb>
      <header className="list-head">
        <h1>{title}</h1>
        <div className="list-actions">
          {operation !== undefined && <BatchOperationActions operation={operation} />}
          {error?.isNotFound !== true && (
            <ExportMenu
              operation={searchBatchOperationItems}
              body={batchItemsQuery(batchOperationKey, search).body}
              name={`batch-operation-${batchOperationKey}`}
              isDisabled={operation === undefined}
            />
          )}
        </div>
      </header>
      {operation === undefined ? (
        error === null ? (
          <PageSkeleton />
        ) : (
          <ProblemNotice problem={error} onRetry={() => void refetch()}>
            <Link to="/operate/batch-operations">{texts.toAll}</Link>
          </ProblemNotice>
        )
      ) : (
        <>
          <BatchOperationTiles operation={operation} />
          <BatchOperationErrors errors={operation.errors} />
          <FilterBar count={search.state === undefined ? 0 : 1} onReset={() => change({ state: undefined })}>
            <FilterChoice
              label={filters.state}
              value={search.state}
              options={batchItemStates.map((value) => ({ value, text: states[value] }))}
              onChange={(state) => change({ state })}
            />
          </FilterBar>
          <BatchItems operation={operation} search={search} onSort={(sort) => change({ sort })} />
        </>
      )}
    </div>
  );
}
