import { useState } from 'react';
import { type AuditLogResult, searchAuditLogs } from '../../../api/gen/api.ts';
import { useApiPages } from '../../../api/use-api.ts';
import { type Column, DataTable, type Sort } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { TimeText } from '../../../parts/time-text.tsx';
import { useTexts } from '../../../texts/use-texts.ts';
import { LogEntryDialog } from './log-entry-dialog.tsx';

/** Who did what with this instance. */
export function LogTab({ processInstanceKey }: { readonly processInstanceKey: string }) {
  const { log: texts, tabs } = useTexts().instance;
  const [sort, setSort] = useState<Sort>({ field: 'timestamp', order: 'DESC' });
  const [shown, setShown] = useState<AuditLogResult>();
  const entries = useApiPages(
    searchAuditLogs,
    { body: { filter: { processInstanceKey }, sort: [{ field: sort.field as 'timestamp', order: sort.order }] } },
    {
      live: {
        valueTypes: ['PROCESS_INSTANCE', 'PROCESS_INSTANCE_CREATION', 'VARIABLE', 'INCIDENT', 'JOB', 'USER_TASK'],
        processInstanceKey,
      },
    },
  );
  const columns: readonly Column<AuditLogResult>[] = [
    {
      id: 'operation',
      title: texts.operation,
      width: 'minmax(6rem, 1fr)',
      sortField: 'operationType',
      cell: (row) => texts.operations[row.operationType],
    },
    {
      id: 'entity',
      title: texts.entity,
      width: 'minmax(6rem, 1fr)',
      sortField: 'entityType',
      cell: (row) => texts.entities[row.entityType],
    },
    {
      id: 'result',
      title: texts.result,
      width: '7rem',
      sortField: 'result',
      cell: (row) => texts.results[row.result],
    },
    {
      id: 'actor',
      title: texts.actor,
      width: 'minmax(5rem, 1fr)',
      isHiddenWhenNarrow: true,
      sortField: 'actorId',
      cell: (row) => row.actorId ?? texts.nobody,
    },
    {
      id: 'time',
      title: texts.time,
      width: '7rem',
      sortField: 'timestamp',
      cell: (row) => <TimeText date={row.timestamp} />,
    },
  ];
  return (
    <>
      <DataTable
        label={tabs.log}
        columns={columns}
        rows={entries.items}
        rowId={(row) => row.auditLogKey}
        isLoading={entries.isLoading}
        isOutdated={entries.isOutdated}
        problem={entries.problem}
        onRetry={entries.retry}
        hasMore={entries.hasMore}
        isLoadingMore={entries.isLoadingMore}
        onLoadMore={entries.loadMore}
        sort={sort}
        onSort={setSort}
        onOpen={setShown}
        empty={<EmptyState title={texts.none} text={texts.noneHelp} />}
      />
      {shown !== undefined && <LogEntryDialog entry={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}
