import { ElementIcon } from '../../../parts/element-icon.tsx';
import { useTexts } from '../../../texts/use-texts.ts';
import type { ProcessFacts } from '../../model/process-facts.ts';
import { elementName, type Step } from './modification-plan.ts';

export interface PlannedTokenRowProps {
  readonly step: Step;
  readonly facts: ProcessFacts;
  readonly isSelected: boolean;
  onSelect(elementId: string): void;
}

/** A token that is not there yet. */
export function PlannedTokenRow({ step, facts, isSelected, onSelect }: PlannedTokenRowProps) {
  const { modification: texts } = useTexts();
  if (step.kind !== 'add' && step.kind !== 'move') return null;
  const elementId = step.kind === 'add' ? step.elementId : step.targetId;
  const count = step.kind === 'add' ? 1 : step.count;
  return (
    <li>
      <span className="token-line">
        <span className="token-toggle" />
        <button
          type="button"
          className="token-row"
          data-planned
          aria-pressed={isSelected}
          onClick={() => onSelect(elementId)}
        >
          <ElementIcon type={facts.elements.get(elementId)?.type ?? 'TASK'} />
          <span className="token-name">{texts.newTokens(count, elementName(facts, elementId))}</span>
        </button>
      </span>
    </li>
  );
}
