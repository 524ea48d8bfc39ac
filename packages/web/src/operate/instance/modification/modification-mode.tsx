import { Close } from '@carbon/icons-react';
import { Button } from '@carbon/react';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ApiProblem } from '../../../api/api-problem.ts';
import type { ProcessInstanceResult } from '../../../api/gen/api.ts';
import { useKeys } from '../../../app/keys.ts';
import { notify, notifyProblem } from '../../../app/notifications.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PageSkeleton } from '../../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { SplitPanes } from '../../../parts/split-panes.tsx';
import { useIsNarrow } from '../../../parts/use-media.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import type { ElementFacts, ProcessFacts } from '../../model/process-facts.ts';
import { useProcessFacts } from '../../model/use-process-facts.ts';
import { ElementPane } from './element-pane.tsx';
import { ModificationBar } from './modification-bar.tsx';
import { ModificationDiagram } from './modification-diagram.tsx';
import { elementName, hasSingleSteps, isTouched, untouchedAt, withStep } from './modification-plan.ts';
import type { ModificationSelection } from './modification-selection.ts';
import { ReviewDialog } from './review-dialog.tsx';
import { loopItems, runningLoops, runningScopes } from './running-scopes.ts';
import { type ScopeAnswer, ScopeQuestion } from './scope-question.tsx';
import { placementProblem, type ScopeChoice, scopeChoice } from './token-placement.ts';
import { TokenTree } from './token-tree.tsx';
import { useModification } from './use-modification.ts';
import './modification.scss';

export interface ModificationModeProps {
  readonly instance: ProcessInstanceResult;
  /** Selected when it begins. */
  readonly elementId: string | undefined;
  onClose(): void;
}

/** Tokens on their way: all of an element or one. */
interface Moving {
  readonly source: ElementFacts;
  readonly elementInstanceKey: string | undefined;
  readonly count: number;
}

interface Question {
  readonly choice: ScopeChoice;
  readonly items: ReadonlyMap<string, string>;
  answer(answer: ScopeAnswer): void;
}

/** Takes the place of the page's panes while `mode=modify` is in the address. */
export function ModificationMode(props: ModificationModeProps) {
  const { modification: texts } = useTexts();
  const { processDefinitionKey, processDefinitionId, state } = props.instance;
  const { xml, facts, problem, failure, retry } = useProcessFacts({
    key: processDefinitionKey,
    processId: processDefinitionId,
  });
  if (problem !== null && xml === undefined) return <ProblemNotice problem={problem} onRetry={retry} />;
  if (state !== 'ACTIVE' && state !== 'SUSPENDED') {
    return (
      <EmptyState title={texts.title} text={texts.finished}>
        <Button size="sm" onClick={props.onClose}>
          {texts.leave}
        </Button>
      </EmptyState>
    );
  }
  if (failure !== undefined) return <EmptyState title={texts.modelFailed} text={failure} />;
  if (xml === undefined || facts === undefined) return <PageSkeleton />;
  return <ModificationPanes {...props} xml={xml} facts={facts} />;
}

interface ModificationPanesProps extends ModificationModeProps {
  readonly xml: string;
  readonly facts: ProcessFacts;
}

function ModificationPanes({ instance, elementId, onClose, xml, facts }: ModificationPanesProps) {
  const { modification: texts, shell } = useTexts();
  const isNarrow = useIsNarrow();
  const queries = useQueryClient();
  const key = instance.processInstanceKey;
  const modification = useModification(instance, facts);
  const { plan, counts } = modification;
  const [selection, setSelection] = useState<ModificationSelection | undefined>(
    elementId !== undefined && facts.elements.has(elementId) ? { elementId } : undefined,
  );
  const [moving, setMoving] = useState<Moving>();
  const [refusedId, setRefusedId] = useState<string>();
  const [question, setQuestion] = useState<Question>();
  const [isReviewing, setReviewing] = useState(false);

  const problemOf = (id: string) => {
    const element = facts.elements.get(id);
    return element === undefined ? undefined : placementProblem(element, counts, moving?.source);
  };
  /** Finds out where a token can go, asks when that is not clear, and plans it. */
  const place = async (
    target: ElementFacts,
    source: ElementFacts | undefined,
    planIt: (placed: { readonly ancestorKey: string | undefined; readonly openedScopeIds: readonly string[] }) => void,
  ) => {
    try {
      const choice = scopeChoice(target, await runningScopes(queries, key, target), source);
      if (choice.choices.length === 0) {
        planIt(choice);
        return;
      }
      const items = await loopItems(
        queries,
        key,
        choice.choices.map((scope) => scope.key),
      );
      setQuestion({
        choice,
        items,
        answer: (answer) => {
          setQuestion(undefined);
          if (answer !== 'another') planIt({ ancestorKey: answer, openedScopeIds: choice.openedScopeIds });
          // A scope of its own is opened below the process instance; a source is left by itself.
          else planIt({ ancestorKey: source === undefined ? key : undefined, openedScopeIds: choice.anotherOpens });
        },
      });
    } catch (error) {
      if (error instanceof ApiProblem) notifyProblem(texts.notAsked, error);
      else throw error;
    }
  };
  const add = (element: ElementFacts) => {
    if (problemOf(element.id) !== undefined) return;
    void place(element, undefined, (placed) =>
      modification.change((present) =>
        withStep(present, { kind: 'add', elementId: element.id, ...pick(placed), variables: [] }),
      ),
    );
  };
  const countOf = async (element: ElementFacts, elementInstanceKey: string | undefined) => {
    if (elementInstanceKey !== undefined) return 1;
    return element.loop === undefined
      ? untouchedAt(plan, element.id, counts.get(element.id) ?? 0)
      : runningLoops(queries, key, element.id);
  };
  const canTake = (element: ElementFacts, elementInstanceKey: string | undefined, isMove: boolean) => {
    if (elementInstanceKey !== undefined) return !isTouched(plan, element.id, elementInstanceKey);
    if (isMove && hasSingleSteps(plan, element.id)) return false;
    return untouchedAt(plan, element.id, counts.get(element.id) ?? 0) > 0;
  };
  const take = (element: ElementFacts, elementInstanceKey: string | undefined, how: 'move' | 'cancel') => {
    if (!canTake(element, elementInstanceKey, how === 'move')) return;
    countOf(element, elementInstanceKey).then(
      (count) => {
        if (how === 'move') {
          setMoving({ source: element, elementInstanceKey, count });
          return;
        }
        const countThen = counts.get(element.id) ?? 0;
        modification.change((present) =>
          withStep(present, { kind: 'cancel', elementId: element.id, elementInstanceKey, count, countThen }),
        );
      },
      (error: unknown) => {
        if (error instanceof ApiProblem) notifyProblem(texts.notAsked, error);
      },
    );
  };
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
    if (problemOf(element.id) !== undefined) {
      setRefusedId(element.id);
      return;
    }
    setMoving(undefined);
    const { source, count } = moving;
    void place(element, source, (placed) => {
      modification.change((present) =>
        withStep(present, {
          kind: 'move',
          elementId: source.id,
          elementInstanceKey: moving.elementInstanceKey,
          count,
          countThen: counts.get(source.id) ?? 0,
          targetId: element.id,
          ...pick(placed),
          variables: [],
        }),
      );
      setSelection({ elementId: element.id });
    });
  };
  const stopMoving = () => {
    setMoving(undefined);
    setRefusedId(undefined);
  };
  const discard = () => {
    modification.change(() => []);
    stopMoving();
    notify({ kind: 'info', title: texts.discarded });
  };

  const selected = selection === undefined ? undefined : facts.elements.get(selection.elementId);
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
          { keys: 'a', text: texts.keyTexts.add, run: () => add(selected) },
          { keys: 'm', text: texts.keyTexts.move, run: () => take(selected, selection?.elementInstanceKey, 'move') },
          {
            keys: 'c',
            text: texts.keyTexts.cancel,
            run: () => take(selected, selection?.elementInstanceKey, 'cancel'),
          },
        ]),
  ]);

  const actions = { add, take, canTake, problemOf };
  const diagram = (
    <ModificationDiagram
      xml={xml}
      facts={facts}
      modification={modification}
      selectedId={moving === undefined ? selection?.elementId : moving.source.id}
      isChoosingTarget={moving !== undefined}
      actions={actions}
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
      actions={actions}
      onChoose={choose}
    />
  );
  const panes = {
    diagram: { id: 'diagram', name: texts.panes.diagram, content: diagram, size: 50 },
    tokens: { id: 'tokens', name: texts.panes.tokens, content: tokens, size: 35 },
    element: { id: 'element', name: texts.panes.element, content: element, size: 65 },
  };
  const refused = refusedId === undefined ? undefined : problemOf(refusedId);
  const message = useMemo(() => {
    if (refusedId !== undefined && refused !== undefined)
      return texts.refused(elementName(facts, refusedId), texts.refusal[refused]);
    if (moving !== undefined) return texts.moving(moving.count, moving.source.name);
    return plan.length === 0 ? texts.idle : texts.planned(plan.length);
  }, [facts, moving, plan.length, refused, refusedId, texts]);

  return (
    <section className="modification" aria-label={texts.title}>
      <div className="modification-banner" data-refused={refused !== undefined || undefined}>
        <h2>{texts.title}</h2>
        <p aria-live="polite">{message}</p>
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
          onClose={() => setQuestion(undefined)}
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

function pick({
  ancestorKey,
  openedScopeIds,
}: {
  readonly ancestorKey: string | undefined;
  readonly openedScopeIds: readonly string[];
}) {
  return { ancestorKey, openedScopeIds };
}
