import { useNavigate } from '@tanstack/react-router';
import type { DecisionInstanceResult } from '../../api/gen/api.ts';
import { RequirementsDiagram } from '../decisions/requirements-diagram.tsx';
import type { DecisionSearch } from './decision-search.ts';

export interface RequirementsPanelProps {
  readonly decisionDefinitionKey: string;
  /** The decision that the page is about. */
  readonly decisionDefinitionId: string;
  /** What was evaluated together. */
  readonly evaluation: readonly DecisionInstanceResult[];
  /** What is open stays open. */
  readonly search: DecisionSearch;
}

/** The decisions of an evaluation in their model: a click goes to another one of the same evaluation. */
export function RequirementsPanel(props: RequirementsPanelProps) {
  const { decisionDefinitionKey, decisionDefinitionId, evaluation, search } = props;
  const navigate = useNavigate();
  const instanceOf = (id: string) => evaluation.find((one) => one.decisionDefinitionId === id);
  return (
    <RequirementsDiagram
      decisionDefinitionKey={decisionDefinitionKey}
      decisionDefinitionId={decisionDefinitionId}
      evaluation={evaluation}
      isSelectable={(id) => instanceOf(id) !== undefined}
      onSelect={(id) => {
        const instance = instanceOf(id);
        if (instance === undefined) return;
        const { decisionEvaluationInstanceKey } = instance;
        const to = '/operate/decisions/$decisionEvaluationInstanceKey';
        void navigate({ to, params: { decisionEvaluationInstanceKey }, search });
      }}
    />
  );
}
