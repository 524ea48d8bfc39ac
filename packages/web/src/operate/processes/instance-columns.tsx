import type { ProcessInstanceResult } from '../../api/gen/api.ts';
import type { Column } from '../../parts/data-table.tsx';
import { ProcessInstanceLink } from '../../parts/process-instance-link.tsx';
import { instanceState, StateTag } from '../../parts/state-tag.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import type { Texts } from '../../texts/language.ts';
import type { InstanceActionName } from './instance-actions.ts';
import { RowMenu } from './row-menu.tsx';

type Instance = ProcessInstanceResult;

export interface ColumnOptions {
  /** Instances of several tenants may be among them. */
  readonly hasTenants: boolean;
  onAction(name: InstanceActionName, instance: Instance): void;
}

export function instanceColumns(
  { processes }: Texts,
  { hasTenants, onAction }: ColumnOptions,
): readonly Column<Instance>[] {
  const titles = processes.columns;
  const tenant: Column<Instance> = {
    id: 'tenant',
    title: titles.tenant,
    width: 'minmax(6rem, 1fr)',
    sortField: 'tenantId',
    isHiddenWhenNarrow: true,
    cell: ({ tenantId }) => tenantId,
  };
  return [
    {
      id: 'name',
      title: titles.name,
      width: 'minmax(9rem, 2fr)',
      sortField: 'processDefinitionName',
      cell: (row) => (
        <span className="instance-name">
          <StateTag state={instanceState(row)} isIconOnly />
          <span>{row.processDefinitionName ?? row.processDefinitionId}</span>
        </span>
      ),
    },
    {
      id: 'key',
      title: titles.key,
      width: '12rem',
      sortField: 'processInstanceKey',
      cell: ({ processInstanceKey }) => <ProcessInstanceLink processInstanceKey={processInstanceKey} />,
    },
    {
      id: 'version',
      title: titles.version,
      width: '5.5rem',
      sortField: 'processDefinitionVersion',
      align: 'end',
      isHiddenWhenNarrow: true,
      cell: ({ processDefinitionVersion, processDefinitionVersionTag }) => (
        <span title={processDefinitionVersionTag ?? undefined}>{processDefinitionVersion}</span>
      ),
    },
    {
      id: 'businessId',
      title: titles.businessId,
      width: 'minmax(11rem, 1fr)',
      sortField: 'businessId',
      isHiddenWhenNarrow: true,
      cell: ({ businessId }) => <span title={businessId ?? undefined}>{businessId}</span>,
    },
    ...(hasTenants ? [tenant] : []),
    {
      id: 'parent',
      title: titles.parent,
      width: '12rem',
      sortField: 'parentProcessInstanceKey',
      isHiddenWhenNarrow: true,
      cell: ({ parentProcessInstanceKey: parent }) =>
        parent === null ? null : <ProcessInstanceLink processInstanceKey={parent} />,
    },
    {
      id: 'start',
      title: titles.start,
      width: '7rem',
      sortField: 'startDate',
      isHiddenWhenNarrow: true,
      cell: ({ startDate }) => <TimeText date={startDate} />,
    },
    {
      id: 'end',
      title: titles.end,
      width: '7rem',
      sortField: 'endDate',
      isHiddenWhenNarrow: true,
      cell: ({ endDate }) => (endDate === null ? null : <TimeText date={endDate} />),
    },
    {
      id: 'actions',
      title: processes.rowActionsTitle,
      isTitleHidden: true,
      width: '3.5rem',
      isHiddenWhenNarrow: true,
      cell: (row) => <RowMenu instance={row} onAction={onAction} />,
    },
  ];
}
