import { Close } from '@carbon/icons-react';
import { Button } from '@carbon/react';
import { useState } from 'react';
import { useKeys } from '../../../app/keys.ts';
import { notify } from '../../../app/notifications.ts';
import { SplitPanes } from '../../../parts/split-panes.tsx';
import { useIsNarrow } from '../../../parts/use-media.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import type { ProcessFacts } from '../../model/process-facts.ts';
import { ElementPane } from './element-pane.tsx';
import { ModificationBar } from './modification-bar.tsx';
import { ModificationDiagram } from './modification-diagram.tsx';
import type { ModificationModeProps } from './modification-mode.tsx';
import { elementName } from './modification-plan.ts';
import type { ModificationSelection } from './modification-selection.ts';
import { ReviewDialog } from './review-dialog.tsx';
import { ScopeQuestion } from './scope-question.tsx';
import { TokenTree } from './token-tree.tsx';
import { useModification } from './use-modification.ts';
import { usePlanning } from './use-planning.ts';

export interface ModificationPanesProps extends ModificationModeProps {
  readonly xml: string;
  readonly facts: ProcessFacts;
}

/** The model, its tokens and an element of it, to plan changes with. */
export function ModificationPanes({ instance, elementId, onClose, xml, facts }: ModificationPanesProps) {
  const { modification: texts, shell } = useTexts();
  const isNarrow = useIsNarrow();
  const modification = useModification(instance, facts);
  const planning = usePlanning(instance.processInstanceKey, facts, modification);
  const { moving, question, problemOf } = planning;
  const [selection, setSelection] = useState<ModificationSelection | undefined>(
    elementId !== undefined && facts.elements.has(elementId) ? { elementId } : undefined,
  );
  const [refusedId, setRefusedId] = useState<string>();
  const [isReviewing, setReviewing] = useState(false);

  const choose = (id: string | undefined, elementInstanceKey?: string, stepId?: number) => {
    const element = id === undefined ? undefined : facts.elements.get(id);
    setRefusedId(undefined);
    if (moving === undefined) {
      setSelection(
        element === undefined
          ? undefined
          : { elementId: element.id, elementInstanceKey, ...(stepId === undefined ? {} : { stepId }) },
      );
      return;
    }
    if (element === undefined) return;
    if (problemOf(element.id) !== undefined) setRefusedId(element.id);
    else planning.putDown(element, () => setSelection({ elementId: element.id }));
  };
  const stopMoving = () => {
    planning.stopMoving();
    setRefusedId(undefined);
  };
  const discard = () => {
    modification.change(() => []);
    stopMoving();
    notify({ kind: 'info', title: texts.discarded });
  };

  const selected = selection === undefined ? undefined : facts.elements.get(selection.elementId);
  const take = (how: 'move' | 'cancel') => {
    if (selected !== undefined) planning.take(selected, selection?.elementInstanceKey, how);
  };
  useKeys([
    ...(moving !== undefined
      ? [{ keys: 'Escape', text: texts.stopMoving, run: stopMoving }]
      : selected !== undefined
        ? [{ keys: 'Escape', text: shell.keyTexts.back, run: () => setSelection(undefined) }]
        : []),
    { keys: 'mod+z', text: texts.keyTexts.undo, run: () => modification.undo() },
    ...(selected === undefined || moving !== undefined
      ? []
      : [
          { keys: 'a', text: texts.keyTexts.add, run: () => planning.add(selected) },
          { keys: 'm', text: texts.keyTexts.move, run: () => take('move') },
          { keys: 'c', text: texts.keyTexts.cancel, run: () => take('cancel') },
        ]),
  ]);

  const diagram = (
    <ModificationDiagram
      xml={xml}
      facts={facts}
      modification={modification}
      selectedId={moving === undefined ? selection?.elementId : moving.source.id}
      isChoosingTarget={moving !== undefined}
      actions={planning}
      onChoose={choose}
      onHover={(id) => setRefusedId(moving !== undefined && id !== undefined && problemOf(id) ? id : undefined)}
    />
  );
  const tokens = (
    <TokenTree instance={instance} facts={facts} modification={modification} selection={selection} onSelect={choose} />
  );
  const element = (
    <ElementPane
      instance={instance}
      facts={facts}
      modification={modification}
      selection={selection}
      isChoosingTarget={moving !== undefined}
      actions={planning}
      onChoose={choose}
    />
  );
  const panes = {
    diagram: { id: 'diagram', name: texts.panes.diagram, content: diagram, size: 50 },
    tokens: { id: 'tokens', name: texts.panes.tokens, content: tokens, size: 35 },
    element: { id: 'element', name: texts.panes.element, content: element, size: 65 },
  };
  const refused = refusedId === undefined ? undefined : problemOf(refusedId);
  const message = () => {
    if (refusedId !== undefined && refused !== undefined)
      return texts.refused(elementName(facts, refusedId), texts.refusal[refused]);
    if (moving !== undefined) return texts.moving(moving.count, moving.source.name);
    const { length } = modification.plan;
    return length === 0 ? texts.idle : texts.planned(length);
  };

  return (
    <section className="modification" aria-label={texts.title}>
      <div className="modification-banner" data-refused={refused !== undefined || undefined}>
        <h2>{texts.title}</h2>
        <p aria-live="polite">{message()}</p>
        {moving !== undefined && (
          <Button kind="ghost" size="sm" renderIcon={Close} onClick={stopMoving}>
            {texts.stopMoving}
          </Button>
        )}
      </div>
      {isNarrow ? (
        <SplitPanes
          id="modification-narrow"
          direction="vertical"
          panes={[panes.diagram, panes.tokens, panes.element]}
        />
      ) : (
        <SplitPanes
          id="modification"
          direction="vertical"
          panes={[
            panes.diagram,
            {
              id: 'below',
              name: texts.panes.tokens,
              content: (
                <SplitPanes id="modification-below" direction="horizontal" panes={[panes.tokens, panes.element]} />
              ),
            },
          ]}
        />
      )}
      <ModificationBar
        modification={modification}
        onDiscard={discard}
        onReview={() => setReviewing(true)}
        onLeave={onClose}
      />
      {question !== undefined && (
        <ScopeQuestion
          choice={question.choice}
          items={question.items}
          onAnswer={question.answer}
          onClose={question.withdraw}
        />
      )}
      {isReviewing && (
        <ReviewDialog
          instance={instance}
          facts={facts}
          modification={modification}
          onApplied={onClose}
          onClose={() => setReviewing(false)}
        />
      )}
    </section>
  );
}
