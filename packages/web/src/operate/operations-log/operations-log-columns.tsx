import type { AuditLogResult } from '../../api/gen/api.ts';
import type { Column } from '../../parts/data-table.tsx';
import { KeyText } from '../../parts/key-text.tsx';
import { ProcessInstanceLink } from '../../parts/process-instance-link.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import type { Texts } from '../../texts/language.ts';
import { actorText } from '../batch-operations/actor-text.ts';
import { entityAddress } from './entity-address.ts';
import { ResultMark } from './result-mark.tsx';

/** Beside an entry that is shown in full there is room for these; the entry tells the others. */
const besidePanel = ['operation', 'entity', 'entityKey', 'time'];

export function operationsLogColumns(texts: Texts, isBesidePanel: boolean): readonly Column<AuditLogResult>[] {
  const { columns, operations, entities } = texts.operationsLog;
  const all: readonly Column<AuditLogResult>[] = [
    {
      id: 'operation',
      title: columns.operation,
      width: 'minmax(8rem, 1fr)',
      sortField: 'operationType',
      cell: (row) => (
        <span className="log-operation">
          <ResultMark result={row.result} /> {operations[row.operationType]}
        </span>
      ),
    },
    {
      id: 'entity',
      title: columns.entity,
      width: 'minmax(9rem, 1fr)',
      sortField: 'entityType',
      cell: (row) => entities[row.entityType],
    },
    {
      id: 'entityKey',
      title: columns.entityKey,
      width: '12.5rem',
      sortField: 'entityKey',
      isHiddenWhenNarrow: true,
      cell: (row) => {
        const to = entityAddress(row);
        return <KeyText value={row.entityKey} {...(to === undefined ? {} : { to })} />;
      },
    },
    {
      id: 'parent',
      title: columns.processInstance,
      width: '12.5rem',
      isHiddenWhenNarrow: true,
      cell: ({ processInstanceKey, entityType }) =>
        processInstanceKey !== null &&
        entityType !== 'PROCESS_INSTANCE' && <ProcessInstanceLink processInstanceKey={processInstanceKey} />,
    },
    {
      id: 'details',
      title: columns.details,
      width: 'minmax(9rem, 2fr)',
      isHiddenWhenNarrow: true,
      cell: ({ entityDescription, processDefinitionId, decisionDefinitionId }) => {
        const text = entityDescription ?? processDefinitionId ?? decisionDefinitionId ?? '';
        return <span title={text}>{text}</span>;
      },
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
      id: 'time',
      title: columns.time,
      width: '7rem',
      sortField: 'timestamp',
      cell: ({ timestamp }) => <TimeText date={timestamp} />,
    },
  ];
  return isBesidePanel ? all.filter(({ id }) => besidePanel.includes(id)) : all;
}
