import { TrashCan, Undo } from '@carbon/icons-react';
import { Button } from '@carbon/react';
import { useTexts } from '../../../texts/use-texts.ts';
import type { Modification } from './use-modification.ts';

export interface ModificationBarProps {
  readonly modification: Modification;
  onDiscard(): void;
  onReview(): void;
  onLeave(): void;
}

/** Below everything: undo, discard, review, leave. */
export function ModificationBar({ modification, onDiscard, onReview, onLeave }: ModificationBarProps) {
  const { modification: texts } = useTexts();
  const { plan, canUndo, isStored, warnings } = modification;
  return (
    <div className="modification-bar">
      <Button kind="ghost" size="sm" renderIcon={Undo} disabled={!canUndo} onClick={() => modification.undo()}>
        {texts.undo}
      </Button>
      <Button kind="ghost" size="sm" renderIcon={TrashCan} disabled={plan.length === 0} onClick={onDiscard}>
        {texts.discard}
      </Button>
      <p className="modification-notes" role="status">
        {warnings.size > 0 && <span data-look="incident">{texts.outdated(warnings.size)}</span>}
        {!isStored && <span>{texts.notKept}</span>}
      </p>
      <Button kind="secondary" size="sm" onClick={onLeave}>
        {texts.leave}
      </Button>
      <Button size="sm" disabled={plan.length === 0} onClick={onReview}>
        {texts.review(plan.length)}
      </Button>
    </div>
  );
}
