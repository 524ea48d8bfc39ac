import { type ElementInstanceResult, searchElementInstances } from '../../../api/gen/api.ts';
import { useApiPages } from '../../../api/use-api.ts';
import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { KeyText } from '../../../parts/key-text.tsx';
import { instanceState, StateTag } from '../../../parts/state-tag.tsx';
import { TimeText } from '../../../parts/time-text.tsx';
import { useTexts } from '../../../texts/use-texts.ts';

export interface ChooseInstanceProps {
  readonly processInstanceKey: string;
  readonly elementId: string;
  readonly count: number | undefined;
  onChoose(elementInstanceKey: string): void;
}

/** An element that was reached several times, or never: which of its instances is meant. */
export function ChooseInstance({ processInstanceKey, elementId, count, onChoose }: ChooseInstanceProps) {
  const { instance: texts } = useTexts();
  const instances = useApiPages(
    searchElementInstances,
    { body: { filter: { processInstanceKey, elementId }, sort: [{ field: 'startDate', order: 'DESC' }] } },
    { live: { valueTypes: ['PROCESS_INSTANCE', 'INCIDENT'], processInstanceKey } },
  );
  const columns: readonly Column<ElementInstanceResult>[] = [
    {
      id: 'state',
      title: texts.details.state,
      width: '9rem',
      cell: (row) => <StateTag state={instanceState(row)} />,
    },
    {
      id: 'key',
      title: texts.details.elementInstanceKey,
      width: 'minmax(12rem, 1fr)',
      cell: (row) => <KeyText value={row.elementInstanceKey} />,
    },
    { id: 'start', title: texts.details.start, width: '8rem', cell: (row) => <TimeText date={row.startDate} /> },
  ];
  return (
    <div className="choose-instance">
      {count !== undefined && count > 1 && <p className="pane-note">{texts.details.choose(count)}</p>}
      <DataTable
        label={texts.details.instances}
        columns={columns}
        rows={instances}
        rowId={(row) => row.elementInstanceKey}
        onOpen={(row) => onChoose(row.elementInstanceKey)}
        empty={<EmptyState title={texts.details.neverReached} text={texts.details.neverReachedHelp} />}
      />
    </div>
  );
}
