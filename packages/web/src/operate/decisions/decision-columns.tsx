import { Link } from '@tanstack/react-router';
import type { DecisionInstanceResult } from '../../api/gen/api.ts';
import type { Column } from '../../parts/data-table.tsx';
import { KeyText } from '../../parts/key-text.tsx';
import { ProcessInstanceLink } from '../../parts/process-instance-link.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import type { Texts } from '../../texts/language.ts';

export function decisionColumns({ decisions }: Texts): readonly Column<DecisionInstanceResult>[] {
  const { columns } = decisions;
  return [
    {
      id: 'name',
      title: columns.name,
      width: 'minmax(10rem, 2fr)',
      sortField: 'decisionDefinitionName',
      cell: (row) => (
        <span className="decision-name">
          <StateTag state={row.state === 'FAILED' ? 'FAILED' : 'EVALUATED'} isIconOnly />
          <Link
            to="/operate/decisions/$decisionEvaluationInstanceKey"
            params={{ decisionEvaluationInstanceKey: row.decisionEvaluationInstanceKey }}
            title={row.decisionDefinitionName}
          >
            {row.decisionDefinitionName === '' ? row.decisionDefinitionId : row.decisionDefinitionName}
          </Link>
        </span>
      ),
    },
    {
      id: 'key',
      title: columns.key,
      width: '13.5rem',
      sortField: 'decisionEvaluationInstanceKey',
      isHiddenWhenNarrow: true,
      cell: (row) => <KeyText value={row.decisionEvaluationInstanceKey} />,
    },
    {
      id: 'version',
      title: columns.version,
      width: '6rem',
      align: 'end',
      sortField: 'decisionDefinitionVersion',
      isHiddenWhenNarrow: true,
      cell: (row) => row.decisionDefinitionVersion,
    },
    {
      id: 'businessId',
      title: columns.businessId,
      width: 'minmax(10.5rem, 1fr)',
      sortField: 'businessId',
      isHiddenWhenNarrow: true,
      cell: ({ businessId }) => <span title={businessId ?? undefined}>{businessId}</span>,
    },
    {
      id: 'date',
      title: columns.date,
      width: '10.5rem',
      sortField: 'evaluationDate',
      cell: (row) => <TimeText date={row.evaluationDate} />,
    },
    {
      id: 'processInstance',
      title: columns.processInstance,
      width: 'minmax(12.5rem, 1fr)',
      sortField: 'processInstanceKey',
      isHiddenWhenNarrow: true,
      cell: ({ processInstanceKey }) =>
        processInstanceKey === null ? (
          <span className="decision-nothing">{decisions.notByProcess}</span>
        ) : (
          <ProcessInstanceLink processInstanceKey={processInstanceKey} />
        ),
    },
  ];
}
