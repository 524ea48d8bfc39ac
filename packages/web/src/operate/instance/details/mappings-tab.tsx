import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { useTexts } from '../../../texts/use-texts.ts';
import type { IoMapping } from '../../model/process-model.ts';

/** What the model says goes into and out of an element. */
export function MappingsTab({ mappings }: { readonly mappings: readonly IoMapping[] }) {
  const { mappings: texts, tabs } = useTexts().instance;
  const columns: readonly Column<IoMapping>[] = [
    {
      id: 'kind',
      title: texts.kind,
      width: '7rem',
      cell: (row) => (row.kind === 'input' ? texts.input : texts.output),
    },
    {
      id: 'target',
      title: texts.target,
      width: 'minmax(8rem, 1fr)',
      cell: (row) => <code title={row.target}>{row.target}</code>,
    },
    {
      id: 'source',
      title: texts.source,
      width: 'minmax(8rem, 2fr)',
      cell: (row) => <code title={row.source}>{row.source}</code>,
    },
  ];
  return (
    <DataTable
      label={tabs.mappings}
      columns={columns}
      rows={{ items: mappings }}
      rowId={(row) => `${row.kind} ${row.target} ${row.source}`}
      empty={null}
    />
  );
}
