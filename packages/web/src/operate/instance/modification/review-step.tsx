import { AddAlt, ArrowRight, CloseOutline, Edit, TrashCan } from '@carbon/icons-react';
import { IconButton } from '@carbon/react';
import { JsonDiff } from '../../../parts/json/json-diff.tsx';
import { useFormats, useTexts } from '../../../texts/use-texts.ts';
import type { ProcessFacts } from '../../model/process-facts.ts';
import { elementName, type Step, type StepWarning } from './modification-plan.ts';

export interface ReviewStepProps {
  readonly step: Step;
  readonly facts: ProcessFacts;
  readonly warning: StepWarning | undefined;
  readonly isInvalid: boolean;
  onDelete(): void;
}

const icons = { add: AddAlt, move: ArrowRight, cancel: CloseOutline, variable: Edit };

/** A step in words, with the variables that it sets. */
export function ReviewStep({ step, facts, warning, isInvalid, onDelete }: ReviewStepProps) {
  const { modification: texts } = useTexts();
  const formats = useFormats();
  const Icon = icons[step.kind];
  const opened = step.kind === 'add' || step.kind === 'move' ? step.openedScopeIds : [];
  const keys =
    step.kind === 'variable'
      ? [step.scopeKey]
      : step.kind === 'add'
        ? [step.ancestorKey]
        : step.kind === 'move'
          ? [step.elementInstanceKey, step.ancestorKey]
          : [step.elementInstanceKey];
  return (
    <li className="review-step">
      <div className="review-line">
        <Icon aria-hidden />
        <span className="review-sentence">{sentence()}</span>
        <IconButton kind="ghost" size="sm" align="left" label={texts.delete} onClick={onDelete}>
          <TrashCan />
        </IconButton>
      </div>
      {keys.map((key) => key !== undefined && <code key={key}>{key}</code>)}
      {opened.length > 0 && <p>{texts.opens(formats.list(opened.map((id) => elementName(facts, id))))}</p>}
      {warning !== undefined && (
        <p className="review-warning" data-look="incident">
          {warning.kind === 'countChanged' ? texts.warning.countChanged(warning.count) : texts.warning[warning.kind]}
        </p>
      )}
      {isInvalid && (
        <p className="review-warning" data-look="incident">
          {texts.warning.invalid}
        </p>
      )}
      {step.kind === 'variable' && <JsonDiff before={step.base} after={step.text} />}
      {(step.kind === 'add' || step.kind === 'move') &&
        step.variables.map(({ scopeId, name, text }) => (
          <div key={`${scopeId} ${name}`}>
            <p>{texts.tokenVariable(name, elementName(facts, scopeId))}</p>
            <JsonDiff before={undefined} after={text} />
          </div>
        ))}
    </li>
  );

  function sentence(): string {
    switch (step.kind) {
      case 'add':
        return texts.stepAdd(elementName(facts, step.elementId));
      case 'cancel':
        return texts.stepCancel(step.count, elementName(facts, step.elementId));
      case 'move':
        return texts.stepMove(step.count, elementName(facts, step.elementId), elementName(facts, step.targetId));
      case 'variable':
        return step.base === undefined
          ? texts.stepNewVariable(step.name, step.scopeName)
          : texts.stepVariable(step.name, step.scopeName);
    }
  }
}
