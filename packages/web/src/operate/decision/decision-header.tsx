import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DecisionInstanceGetQueryResult } from '../../api/gen/api.ts';
import { KeyText } from '../../parts/key-text.tsx';
import { ProcessInstanceLink } from '../../parts/process-instance-link.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { useTexts } from '../../texts/use-texts.ts';

const TENANT_DEFAULT = '<default>';

/** Which decision, when, and for whom. */
export function DecisionHeader({ instance }: { readonly instance: DecisionInstanceGetQueryResult }) {
  const { decisions: texts, filters } = useTexts();
  const { decisionDefinitionId, decisionDefinitionName, decisionDefinitionVersion, businessId, tenantId } = instance;
  return (
    <dl className="decision-facts">
      <Fact name={texts.columns.key}>
        <KeyText value={instance.decisionEvaluationInstanceKey} />
      </Fact>
      <Fact name={texts.columns.version}>
        <Link
          to="/operate/decisions"
          search={{ decision: decisionDefinitionId, version: decisionDefinitionVersion }}
          title={texts.openDefinition(decisionDefinitionName, decisionDefinitionVersion)}
        >
          {filters.versionNumber(decisionDefinitionVersion)}
        </Link>
      </Fact>
      <Fact name={texts.columns.date}>
        <TimeText date={instance.evaluationDate} isExact />
      </Fact>
      <Fact name={texts.columns.processInstance}>
        {instance.processInstanceKey === null ? (
          texts.notByProcess
        ) : (
          <ProcessInstanceLink processInstanceKey={instance.processInstanceKey} />
        )}
      </Fact>
      {businessId !== null && businessId !== '' && <Fact name={texts.columns.businessId}>{businessId}</Fact>}
      {tenantId !== TENANT_DEFAULT && <Fact name={texts.columns.tenant}>{tenantId}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
