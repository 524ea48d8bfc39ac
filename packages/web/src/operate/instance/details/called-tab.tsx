import { Link, useNavigate } from '@tanstack/react-router';
import type { ProcessInstanceResult } from '../../../api/gen/api.ts';
import type { SearchPages } from '../../../api/use-api.ts';
import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { instanceState, StateTag } from '../../../parts/state-tag.tsx';
import { TimeText } from '../../../parts/time-text.tsx';
import { useTexts } from '../../../texts/use-texts.ts';

/** The instances that were called. */
export function CalledTab({ instances }: { readonly instances: SearchPages<ProcessInstanceResult> }) {
  const { called: texts, tabs } = useTexts().instance;
  const navigate = useNavigate();
  const columns: readonly Column<ProcessInstanceResult>[] = [
    { id: 'state', title: texts.state, width: '9.5rem', cell: (row) => <StateTag state={instanceState(row)} /> },
    {
      id: 'name',
      title: texts.process,
      width: 'minmax(8rem, 1fr)',
      cell: (row) => row.processDefinitionName ?? row.processDefinitionId,
    },
    {
      id: 'key',
      title: texts.key,
      width: '11rem',
      cell: (row) => (
        <Link to="/operate/processes/$processInstanceKey" params={{ processInstanceKey: row.processInstanceKey }}>
          <code>{row.processInstanceKey}</code>
        </Link>
      ),
    },
    {
      id: 'start',
      title: texts.start,
      width: '7rem',
      isHiddenWhenNarrow: true,
      cell: (row) => <TimeText date={row.startDate} />,
    },
  ];
  return (
    <DataTable
      label={tabs.called}
      columns={columns}
      rows={instances}
      rowId={(row) => row.processInstanceKey}
      onOpen={(row) =>
        void navigate({
          to: '/operate/processes/$processInstanceKey',
          params: { processInstanceKey: row.processInstanceKey },
        })
      }
      empty={<EmptyState title={texts.none} text={texts.noneHelp} />}
    />
  );
}
