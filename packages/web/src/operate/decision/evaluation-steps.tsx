import { Link } from '@tanstack/react-router';
import type { DecisionInstanceResult } from '../../api/gen/api.ts';
import { StateTag } from '../../parts/state-tag.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import type { DecisionSearch } from './decision-search.ts';

export interface EvaluationStepsProps {
  readonly evaluation: readonly DecisionInstanceResult[];
  readonly currentKey: string;
  /** What is open stays open. */
  readonly search: DecisionSearch;
}

/** The decisions of an evaluation in the order they were made: the way through the diagram without a mouse. */
export function EvaluationSteps({ evaluation, currentKey, search }: EvaluationStepsProps) {
  const { decisions: texts } = useTexts();
  if (evaluation.length < 2) return null;
  return (
    <nav aria-label={texts.evaluation} className="evaluation-steps">
      <span>{texts.evaluation}</span>
      <ol>
        {evaluation.map((instance) => (
          <li key={instance.decisionEvaluationInstanceKey}>
            <StateTag state={instance.state === 'FAILED' ? 'FAILED' : 'EVALUATED'} isIconOnly />
            <Link
              to="/operate/decisions/$decisionEvaluationInstanceKey"
              params={{ decisionEvaluationInstanceKey: instance.decisionEvaluationInstanceKey }}
              search={search}
              aria-current={instance.decisionEvaluationInstanceKey === currentKey ? 'step' : undefined}
            >
              {instance.decisionDefinitionName === '' ? instance.decisionDefinitionId : instance.decisionDefinitionName}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
