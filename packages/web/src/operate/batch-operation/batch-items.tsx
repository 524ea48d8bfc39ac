import { ChevronDown, ChevronRight } from '@carbon/icons-react';
import { useState } from 'react';
import type { BatchOperationItemResult, BatchOperationResult } from '../../api/gen/api.ts';
import { sortOf, sortText } from '../../app/search-values.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { KeyText } from '../../parts/key-text.tsx';
import { ProcessInstanceLink } from '../../parts/process-instance-link.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import type { Texts } from '../../texts/language.ts';
import { useTexts } from '../../texts/use-texts.ts';
import type { BatchOperationSearch } from './batch-operation-search.ts';
import { batchItemsSortDefault, useBatchItems } from './use-batch-items.ts';

export interface BatchItemsProps {
  readonly operation: BatchOperationResult;
  readonly search: BatchOperationSearch;
  onSort(sort: string): void;
}

/** What a batch operation works on, one by one. Those that failed open to tell why. */
export function BatchItems({ operation, search, onSort }: BatchItemsProps) {
  const texts = useTexts();
  const { batchOperations, filters } = texts;
  const items = useBatchItems(operation.batchOperationKey, search);
  // The items are the instances: telling their keys once is enough.
  const isOfInstances = operation.batchOperationType.endsWith('_PROCESS_INSTANCE');
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = ({ itemKey, state }: BatchOperationItemResult) => {
    if (state !== 'FAILED') return;
    const next = new Set(opened);
    if (!next.delete(itemKey)) next.add(itemKey);
    setOpened(next);
  };
  return (
    <DataTable
      label={batchOperations.items}
      columns={columnsOf(texts, opened, toggle).filter(({ id }) => id !== (isOfInstances ? 'item' : ''))}
      rows={items}
      rowId={(row) => row.itemKey}
      sort={sortOf(search.sort ?? batchItemsSortDefault)!}
      onSort={(sort) => onSort(sortText(sort))}
      onOpen={toggle}
      detail={({ itemKey, errorMessage }) =>
        opened.has(itemKey) ? (errorMessage ?? batchOperations.noReason) : undefined
      }
      empty={
        search.state !== undefined ? (
          <EmptyState title={filters.noMatch} text={filters.noMatchHelp} />
        ) : operation.state === 'CREATED' || operation.state === 'ACTIVE' ? (
          <EmptyState title={batchOperations.itemsComing} text={batchOperations.itemsComingHelp} />
        ) : (
          <EmptyState title={batchOperations.noItems} text={batchOperations.noItemsHelp} />
        )
      }
    />
  );
}

function columnsOf(
  { batchOperations: { columns, showReason, hideReason } }: Texts,
  opened: ReadonlySet<string>,
  toggle: (row: BatchOperationItemResult) => void,
): readonly Column<BatchOperationItemResult>[] {
  return [
    {
      id: 'state',
      title: columns.state,
      width: 'minmax(9.5rem, 1fr)',
      sortField: 'state',
      cell: (row) => (
        <span className="batch-item-state">
          <StateTag state={row.state} />
          {row.state === 'FAILED' && (
            <button
              type="button"
              className="batch-item-toggle"
              aria-expanded={opened.has(row.itemKey)}
              aria-label={opened.has(row.itemKey) ? hideReason : showReason}
              onClick={() => toggle(row)}
            >
              {opened.has(row.itemKey) ? <ChevronDown size={16} /> : <ChevronRight size={16} />}
            </button>
          )}
        </span>
      ),
    },
    {
      id: 'item',
      title: columns.item,
      width: 'minmax(12rem, 1fr)',
      sortField: 'itemKey',
      isHiddenWhenNarrow: true,
      cell: (row) => <KeyText value={row.itemKey} />,
    },
    {
      id: 'processInstance',
      title: columns.processInstance,
      width: 'minmax(12rem, 1fr)',
      sortField: 'processInstanceKey',
      cell: ({ processInstanceKey }) =>
        processInstanceKey !== null && <ProcessInstanceLink processInstanceKey={processInstanceKey} />,
    },
    {
      id: 'processed',
      title: columns.processed,
      width: '9rem',
      sortField: 'processedDate',
      isHiddenWhenNarrow: true,
      cell: ({ processedDate }) => processedDate !== null && <TimeText date={processedDate} />,
    },
    {
      id: 'reason',
      title: columns.reason,
      width: 'minmax(10rem, 3fr)',
      isHiddenWhenNarrow: true,
      cell: ({ errorMessage }) => errorMessage ?? '',
    },
  ];
}
