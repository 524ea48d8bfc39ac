import { getRouteApi } from '@tanstack/react-router';
import type { ProcessInstanceResult } from '../../api/gen/api.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { KeyText } from '../../parts/key-text.tsx';
import { instanceState, StateTag } from '../../parts/state-tag.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { useProcessInstances } from './use-process-instances.ts';

const route = getRouteApi('/operate/processes');

export function ProcessesPage() {
  const { shell } = useTexts();
  useTitle(shell.operatePages.processes);
  const { process } = route.useSearch();
  const instances = useProcessInstances({ filter: process === undefined ? {} : { processDefinitionId: process } });
  const columns: readonly Column<ProcessInstanceResult>[] = [
    {
      id: 'name',
      title: 'Name',
      width: 'minmax(10rem, 2fr)',
      cell: (row) => (
        <>
          <StateTag state={instanceState(row)} isIconOnly /> {row.processDefinitionName ?? row.processDefinitionId}
        </>
      ),
    },
    { id: 'key', title: 'Key', width: '13rem', cell: (row) => <KeyText value={row.processInstanceKey} /> },
    { id: 'start', title: 'Start', width: '9rem', cell: (row) => <TimeText date={row.startDate} /> },
  ];
  return (
    <DataTable
      label={shell.operatePages.processes}
      columns={columns}
      rows={instances.items}
      rowId={(row) => row.processInstanceKey}
      isLoading={instances.isLoading}
      isOutdated={instances.isOutdated}
      problem={instances.problem}
      onRetry={instances.retry}
      hasMore={instances.hasMore}
      isLoadingMore={instances.isLoadingMore}
      onLoadMore={instances.loadMore}
      empty={<EmptyState title="…" />}
    />
  );
}
