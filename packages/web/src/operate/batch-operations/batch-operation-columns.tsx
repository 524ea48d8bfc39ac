import { Link } from '@tanstack/react-router';
import type { BatchOperationResult } from '../../api/gen/api.ts';
import type { Column } from '../../parts/data-table.tsx';
import { KeyText } from '../../parts/key-text.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import type { Texts } from '../../texts/language.ts';
import { actorText } from './actor-text.ts';
import { BatchProgress } from './batch-progress.tsx';

export function batchOperationColumns(texts: Texts): readonly Column<BatchOperationResult>[] {
  const { columns, types } = texts.batchOperations;
  return [
    {
      id: 'type',
      title: columns.type,
      width: 'minmax(11rem, 2fr)',
      sortField: 'operationType',
      cell: (row) => (
        <Link
          to="/operate/batch-operations/$batchOperationKey"
          params={{ batchOperationKey: row.batchOperationKey }}
          title={types[row.batchOperationType]}
        >
          {types[row.batchOperationType]}
        </Link>
      ),
    },
    {
      id: 'state',
      title: columns.state,
      width: 'minmax(9.5rem, 1fr)',
      sortField: 'state',
      cell: (row) => <StateTag state={row.state} />,
    },
    {
      id: 'progress',
      title: columns.items,
      width: 'minmax(10rem, 2fr)',
      isHiddenWhenNarrow: true,
      cell: (row) => (
        <BatchProgress
          completed={row.operationsCompletedCount}
          failed={row.operationsFailedCount}
          total={row.operationsTotalCount}
        />
      ),
    },
    {
      id: 'failed',
      title: columns.failed,
      width: '8.5rem',
      align: 'end',
      isHiddenWhenNarrow: true,
      cell: (row) =>
        row.operationsFailedCount > 0 && (
          <strong data-look="incident" className="batch-failed">
            {texts.batchOperations.count(row.operationsFailedCount)}
          </strong>
        ),
    },
    {
      id: 'start',
      title: columns.start,
      width: '9rem',
      sortField: 'startDate',
      isHiddenWhenNarrow: true,
      cell: ({ startDate }) => startDate !== null && <TimeText date={startDate} />,
    },
    {
      id: 'end',
      title: columns.end,
      width: '9rem',
      sortField: 'endDate',
      isHiddenWhenNarrow: true,
      cell: ({ endDate }) => endDate !== null && <TimeText date={endDate} />,
    },
    {
      id: 'actor',
      title: columns.actor,
      width: 'minmax(7rem, 1fr)',
      sortField: 'actorId',
      isHiddenWhenNarrow: true,
      cell: (row) => actorText(row, texts),
    },
    {
      id: 'key',
      title: columns.key,
      width: '12rem',
      sortField: 'batchOperationKey',
      isHiddenWhenNarrow: true,
      cell: (row) => <KeyText value={row.batchOperationKey} />,
    },
  ];
}
