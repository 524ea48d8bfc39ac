import { Maximize, Renew } from '@carbon/icons-react';
import { IconButton } from '@carbon/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { IncidentResult, ProcessInstanceResult } from '../../../api/gen/api.ts';
import type { SearchPages } from '../../../api/use-api.ts';
import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { TimeText } from '../../../parts/time-text.tsx';
import { useTexts } from '../../../texts/use-texts.ts';
import type { ProcessModel } from '../../model/process-model.ts';
import type { InstanceTab } from '../instance-search.ts';
import { useRetryIncidents } from '../use-retry-incidents.ts';
import { IncidentDialog } from './incident-dialog.tsx';

export interface IncidentsTabProps {
  readonly instance: ProcessInstanceResult;
  readonly model: ProcessModel | undefined;
  readonly incidents: SearchPages<IncidentResult>;
  onSelect(elementId: string | undefined, elementInstanceKey?: string, tab?: InstanceTab): void;
}

/** What needs somebody, here and in called instances; `r` retries. */
export function IncidentsTab({ instance, model, incidents, onSelect }: IncidentsTabProps) {
  const { incidents: texts } = useTexts().instance;
  const [shown, setShown] = useState<IncidentResult>();
  const retry = useRetryIncidents();
  const isRetried = (row: IncidentResult) => retry.isPending && retry.variables.includes(row);
  const columns: readonly Column<IncidentResult>[] = [
    {
      id: 'element',
      title: texts.element,
      width: 'minmax(7rem, 1fr)',
      cell: (row) =>
        row.processInstanceKey === instance.processInstanceKey ? (
          <button
            type="button"
            className="text-button"
            onClick={() => onSelect(row.elementId, row.elementInstanceKey, 'incidents')}
          >
            {model?.elements.get(row.elementId)?.name ?? row.elementId}
          </button>
        ) : (
          <Link
            to="/operate/processes/$processInstanceKey"
            params={{ processInstanceKey: row.processInstanceKey }}
            search={{ element: row.elementId, elementInstance: row.elementInstanceKey, tab: 'incidents' }}
            title={texts.rootCause(row.processInstanceKey)}
          >
            {texts.inCalled(row.processDefinitionId, row.elementId)}
          </Link>
        ),
    },
    {
      id: 'message',
      title: texts.message,
      width: 'minmax(10rem, 2.5fr)',
      cell: (row) => <span title={texts.types[row.errorType]}>{row.errorMessage}</span>,
    },
    {
      id: 'type',
      title: texts.type,
      width: 'minmax(6rem, 1fr)',
      isHiddenWhenNarrow: true,
      cell: (row) => texts.types[row.errorType],
    },
    {
      id: 'time',
      title: texts.time,
      width: '7rem',
      isHiddenWhenNarrow: true,
      cell: (row) => <TimeText date={row.creationTime} />,
    },
    {
      id: 'actions',
      title: texts.actions,
      width: '6rem',
      align: 'end',
      cell: (row) => (
        <span className="row-actions">
          <IconButton
            kind="ghost"
            size="sm"
            align="left"
            label={texts.retry}
            disabled={isRetried(row)}
            onClick={() => retry.mutate([row])}
          >
            <Renew />
          </IconButton>
          <IconButton kind="ghost" size="sm" align="left" label={texts.show} onClick={() => setShown(row)}>
            <Maximize />
          </IconButton>
        </span>
      ),
    },
  ];
  return (
    <>
      <DataTable
        label={texts.title}
        columns={columns}
        rows={incidents}
        rowId={(row) => row.incidentKey}
        onOpen={setShown}
        rowKeys={[{ keys: 'r', text: texts.retry, run: (row) => !isRetried(row) && retry.mutate([row]) }]}
        empty={<EmptyState title={texts.none} text={texts.noneHelp} />}
      />
      {shown !== undefined && (
        <IncidentDialog
          incident={shown}
          isHere={shown.processInstanceKey === instance.processInstanceKey}
          onRetry={() => {
            retry.mutate([shown]);
            setShown(undefined);
          }}
          onVariables={() => {
            setShown(undefined);
            onSelect(undefined, undefined, 'variables');
          }}
          onClose={() => setShown(undefined)}
        />
      )}
    </>
  );
}
