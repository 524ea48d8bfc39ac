import { useMemo } from 'react';
import type { DecisionModel } from '../../decision-model/decision-model.ts';
import type { Evaluated } from '../../decision-model/decision-table-view.tsx';
import { ExpressionView } from '../../decision-model/expression-view.tsx';
import { readDecisionModel } from '../../decision-model/read-decision-model.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import './decisions.scss';
import { useDecisionXml } from './use-decision-definitions.ts';

export interface DecisionLogicProps {
  readonly decisionDefinitionKey: string;
  readonly decisionDefinitionId: string;
  readonly name: string;
  readonly evaluated?: Evaluated | undefined;
}

/** How a decision is made, as its model says; with an evaluation, also how it was. */
export function DecisionLogic(props: DecisionLogicProps) {
  const { decisionDefinitionKey, decisionDefinitionId, name, evaluated } = props;
  const { decisions: texts } = useTexts();
  const { data: xml, error, refetch } = useDecisionXml(decisionDefinitionKey);
  const model = useMemo(() => (xml === undefined ? undefined : readOrProblem(xml)), [xml]);
  if (error !== null) {
    return error.isNotFound ? (
      <EmptyState title={texts.modelMissing} />
    ) : (
      <ProblemNotice problem={error} onRetry={() => void refetch()} />
    );
  }
  if (model === undefined) return <PageSkeleton />;
  if (typeof model === 'string') return <EmptyState title={texts.modelUnreadable} text={model} />;
  const decision = model.decisions.get(decisionDefinitionId);
  if (decision === undefined) return <EmptyState title={texts.decisionMissing} />;
  return (
    <div className="decision-logic">
      <ExpressionView name={name} expression={decision.logic} evaluated={evaluated} />
    </div>
  );
}

function readOrProblem(xml: string): DecisionModel | string {
  try {
    return readDecisionModel(xml);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
