import type { ProcessInstanceResult } from '../../../api/gen/api.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { problemText } from '../../../parts/problem-words.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import type { ProcessFacts } from '../../model/process-facts.ts';
import { endsInstance, withoutStep } from './modification-plan.ts';
import { modificationRequests } from './modification-request.ts';
import { ReviewStep } from './review-step.tsx';
import { useApplyModification } from './use-apply-modification.ts';
import type { Modification } from './use-modification.ts';

export interface ReviewDialogProps {
  readonly instance: ProcessInstanceResult;
  readonly facts: ProcessFacts;
  readonly modification: Modification;
  onApplied(): void;
  onClose(): void;
}

/** Every step of the plan before it is carried out; what the server refuses is told here, beside the plan. */
export function ReviewDialog({ instance, facts, modification, onApplied, onClose }: ReviewDialogProps) {
  const all = useTexts();
  const { modification: texts, parts } = all;
  const { plan, counts, warnings, invalid } = modification;
  const { apply, isApplying, problem, areVariablesSet } = useApplyModification(instance, modification, onApplied);
  const key = instance.processInstanceKey;
  const setsVariablesFirst = invalid.size === 0 && modificationRequests(plan, key).variables.length > 0;
  const isEnded = endsInstance(plan, facts, counts);
  const isCalled = instance.parentProcessInstanceKey !== null;
  return (
    <Dialog
      size="md"
      modalHeading={texts.reviewTitle}
      primaryButtonText={isApplying ? texts.applying : texts.apply}
      secondaryButtonText={parts.close}
      primaryButtonDisabled={isApplying || plan.length === 0 || invalid.size > 0}
      danger={isEnded}
      onRequestSubmit={apply}
      onRequestClose={onClose}
      preventCloseOnClickOutside
    >
      <p>{setsVariablesFirst ? texts.reviewVariablesFirst : texts.reviewHelp}</p>
      {problem !== undefined && (
        <div className="review-problem" role="alert" data-look="incident">
          <h3>{areVariablesSet ? texts.refusedAfterVariables : texts.refusedTitle}</h3>
          <p className="problem-detail">{problemText(problem, all)}</p>
        </div>
      )}
      {isEnded && (
        <p className="review-warning" data-look="incident">
          {isCalled ? texts.endsCalled : texts.endsInstance}
        </p>
      )}
      <ol className="review-steps">
        {plan.map((step) => (
          <ReviewStep
            key={step.id}
            step={step}
            facts={facts}
            warning={warnings.get(step.id)}
            isInvalid={invalid.has(step.id)}
            onDelete={() => modification.change((present) => withoutStep(present, step.id))}
          />
        ))}
      </ol>
    </Dialog>
  );
}
