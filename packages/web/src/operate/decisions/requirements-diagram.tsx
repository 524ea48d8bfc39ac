import './requirements-diagram.scss';
import { useMemo } from 'react';
import type { DecisionInstanceResult } from '../../api/gen/api.ts';
import { openRequirementsViewer } from '../../decision-model/requirements-viewer.ts';
import { BpmnDiagram, type DiagramOverlay } from '../../diagram/bpmn-diagram.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { useDecisionXml } from './use-decision-definitions.ts';

export interface RequirementsDiagramProps {
  /** Of any decision of the model. */
  readonly decisionDefinitionKey: string;
  /** The decision that the page is about. */
  readonly decisionDefinitionId: string;
  /** What was evaluated together; absent = only the model. */
  readonly evaluation?: readonly DecisionInstanceResult[];
  isSelectable?(decisionDefinitionId: string): boolean;
  onSelect(decisionDefinitionId: string): void;
}

const nothingEvaluated: readonly DecisionInstanceResult[] = [];

/** What a decision requires, and what requires it; of an evaluation also what came of each. */
export function RequirementsDiagram(props: RequirementsDiagramProps) {
  const { decisionDefinitionKey, decisionDefinitionId, evaluation = nothingEvaluated, isSelectable, onSelect } = props;
  const { decisions: texts } = useTexts();
  const { data: xml, error, refetch } = useDecisionXml(decisionDefinitionKey, { keepsPrevious: true });
  const overlays = useMemo(
    () =>
      evaluation.map(
        ({ decisionDefinitionId: elementId, state }): DiagramOverlay => ({
          id: elementId,
          elementId,
          position: { bottom: 22, left: 8 },
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
    return error.isNotFound ? (
      <EmptyState title={texts.modelMissing} />
    ) : (
      <ProblemNotice problem={error} onRetry={() => void refetch()} />
    );
  }
  if (xml === undefined) return <PageSkeleton />;
  return (
    <BpmnDiagram
      xml={xml}
      open={openRequirementsViewer}
      overlays={overlays}
      markers={markers}
      selectedElementId={decisionDefinitionId}
      {...(isSelectable === undefined ? {} : { isSelectable })}
      onSelect={(id) => {
        if (id !== undefined && id !== decisionDefinitionId) onSelect(id);
      }}
    />
  );
}
