import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { DecisionInstanceResult } from '../../api/gen/api.ts';
import { openRequirementsViewer } from '../../decision-model/requirements-viewer.ts';
import { BpmnDiagram, type DiagramOverlay } from '../../diagram/bpmn-diagram.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { useDecisionXml } from '../decisions/use-decision-definitions.ts';
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
  const { decisions: texts } = useTexts();
  const navigate = useNavigate();
  const { data: xml, error, refetch } = useDecisionXml(decisionDefinitionKey);
  const overlays = useMemo(
    () =>
      evaluation.map(
        ({ decisionDefinitionId: elementId, state }): DiagramOverlay => ({
          id: elementId,
          elementId,
          position: { bottom: 10, left: 8 },
          content: (
            <span className="requirements-state">
              <StateTag state={state === 'FAILED' ? 'FAILED' : 'EVALUATED'} />
            </span>
          ),
        }),
      ),
    [evaluation],
  );
  const markers = useMemo(
    () =>
      Object.fromEntries(
        evaluation.map(({ decisionDefinitionId: id, state }) => [
          id,
          [state === 'FAILED' ? 'decision-is-failed' : 'decision-is-evaluated'],
        ]),
      ),
    [evaluation],
  );
  if (error !== null) {
    return error.status === 404 ? (
      <EmptyState title={texts.modelMissing} />
    ) : (
      <ProblemNotice problem={error} onRetry={() => void refetch()} />
    );
  }
  if (xml === undefined) return <PageSkeleton />;
  const instanceOf = (id: string) => evaluation.find((one) => one.decisionDefinitionId === id);
  return (
    <BpmnDiagram
      xml={xml}
      open={openRequirementsViewer}
      overlays={overlays}
      markers={markers}
      selectedElementId={decisionDefinitionId}
      isSelectable={(id) => instanceOf(id) !== undefined}
      onSelect={(id) => {
        const instance = id === undefined || id === decisionDefinitionId ? undefined : instanceOf(id);
        if (instance === undefined) return;
        void navigate({
          to: '/operate/decisions/$decisionEvaluationInstanceKey',
          params: { decisionEvaluationInstanceKey: instance.decisionEvaluationInstanceKey },
          search,
        });
      }}
    />
  );
}
