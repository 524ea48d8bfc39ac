import { searchUserTaskAuditLogs, type UserTaskAuditLogResult } from '../../api/gen/api.ts';
import { useApiPages } from '../../api/use-api.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { useTexts } from '../../texts/use-texts.ts';

/** What was done to a task and by whom; the latest first. */
export function TaskHistory({ userTaskKey }: { readonly userTaskKey: string }) {
  const { history, detail } = useTexts().tasklist;
  const entries = useApiPages(
    searchUserTaskAuditLogs,
    { path: { userTaskKey }, body: { sort: [{ field: 'timestamp', order: 'DESC' }] } },
    { live: { valueTypes: ['USER_TASK'] } },
  );
  const columns: readonly Column<UserTaskAuditLogResult>[] = [
    { id: 'time', title: history.time, width: '7.5rem', cell: ({ timestamp }) => <TimeText date={timestamp} /> },
    {
      id: 'what',
      title: history.what,
      width: 'minmax(8.75rem, 1fr)',
      cell: ({ operationType }) => history.operations[operationType] ?? operationType,
    },
    {
      id: 'who',
      title: history.who,
      width: 'minmax(6.5rem, 1fr)',
      cell: ({ actorId }) => actorId ?? history.unknownActor,
    },
    {
      id: 'result',
      title: history.result,
      width: '6rem',
      cell: ({ result }) => (result === 'SUCCESS' ? history.success : history.fail),
    },
    {
      id: 'details',
      title: history.details,
      width: 'minmax(8rem, 2fr)',
      isHiddenWhenNarrow: true,
      cell: ({ entityDescription }) => entityDescription ?? '',
    },
  ];
  return (
    <DataTable
      label={detail.tabs.history}
      columns={columns}
      hasPageKeys={false}
      rows={entries}
      rowId={(row) => row.auditLogKey}
      empty={<EmptyState title={history.empty} text={history.emptyHelp} />}
    />
  );
}
