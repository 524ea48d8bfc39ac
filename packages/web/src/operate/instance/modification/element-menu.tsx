import { AddAlt, ArrowRight, CloseOutline } from '@carbon/icons-react';
import { Button } from '@carbon/react';
import { useTexts } from '../../../texts/use-texts.ts';
import type { ElementFacts } from '../../model/process-facts.ts';
import type { ElementActions } from './element-actions.ts';
import type { Modification } from './use-modification.ts';

export interface ElementMenuProps {
  readonly element: ElementFacts;
  /** One of its tokens; absent = all. */
  readonly elementInstanceKey?: string | undefined;
  readonly modification: Modification;
  readonly actions: ElementActions;
}

/** What can be done with an element's tokens. */
export function ElementMenu({ element, elementInstanceKey, modification, actions }: ElementMenuProps) {
  const { modification: texts } = useTexts();
  const count = modification.counts.get(element.id) ?? 0;
  const problem = actions.problemOf(element.id);
  const canMove = actions.canTake(element, elementInstanceKey, true);
  const canCancel = actions.canTake(element, elementInstanceKey, false);
  const isOne = elementInstanceKey !== undefined && count > 1;
  // Of a loop the number counts what runs for its items, too: it would mislead here.
  const shown = element.loop === undefined ? count : 1;
  return (
    <div className="element-menu" role="group" aria-label={texts.actions}>
      <Button
        kind="ghost"
        size="sm"
        renderIcon={AddAlt}
        disabled={problem !== undefined}
        title={problem === undefined ? undefined : texts.refusal[problem]}
        onClick={() => actions.add(element)}
      >
        {texts.add}
      </Button>
      {count > 0 && (
        <>
          <Button
            kind="ghost"
            size="sm"
            renderIcon={ArrowRight}
            disabled={!canMove}
            onClick={() => actions.take(element, elementInstanceKey, 'move')}
          >
            {isOne ? texts.moveOne : texts.moveAll(shown)}
          </Button>
          <Button
            kind="ghost"
            size="sm"
            renderIcon={CloseOutline}
            disabled={!canCancel}
            onClick={() => actions.take(element, elementInstanceKey, 'cancel')}
          >
            {isOne ? texts.cancelOne : texts.cancelAll(shown)}
          </Button>
        </>
      )}
    </div>
  );
}
