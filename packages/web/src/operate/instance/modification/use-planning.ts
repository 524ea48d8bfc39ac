import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../../../api/api-problem.ts';
import { notifyProblem } from '../../../app/notifications.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import type { ElementFacts, ProcessFacts } from '../../model/process-facts.ts';
import type { ElementActions } from './element-actions.ts';
import { hasSingleSteps, isTouched, untouchedAt, withStep } from './modification-plan.ts';
import { loopItems, runningLoops, runningScopes } from './running-scopes.ts';
import type { ScopeAnswer } from './scope-question.tsx';
import { placementProblem, type ScopeChoice, scopeChoice } from './token-placement.ts';
import type { Modification } from './use-modification.ts';

/** Tokens on their way: all of an element or one. */
export interface Moving {
  readonly source: ElementFacts;
  readonly elementInstanceKey: string | undefined;
  readonly count: number;
}

/** Which of several running scopes a token goes into. */
export interface PlanningQuestion {
  readonly choice: ScopeChoice;
  readonly items: ReadonlyMap<string, string>;
  answer(answer: ScopeAnswer): void;
  withdraw(): void;
}

export interface Planning extends ElementActions {
  /** What was picked up and not put down yet. */
  readonly moving: Moving | undefined;
  readonly question: PlanningQuestion | undefined;
  /** Puts down what was picked up. @param onPlanned told when the step is in the plan. */
  putDown(target: ElementFacts, onPlanned: () => void): void;
  stopMoving(): void;
}

interface Placed {
  readonly ancestorKey: string | undefined;
  readonly openedScopeIds: readonly string[];
}

/** Makes steps of a plan out of what somebody does with elements and tokens; asks when it is not clear what is meant. */
export function usePlanning(processInstanceKey: string, facts: ProcessFacts, modification: Modification): Planning {
  const { modification: texts } = useTexts();
  const queries = useQueryClient();
  const { plan, counts } = modification;
  const [moving, setMoving] = useState<Moving>();
  const [question, setQuestion] = useState<PlanningQuestion>();

  const problemOf = (id: string) => {
    const element = facts.elements.get(id);
    return element === undefined ? undefined : placementProblem(element, counts, moving?.source);
  };
  /** Without an answer of the server nothing is planned. */
  const tellProblem = (error: unknown) => {
    if (!(error instanceof ApiProblem)) throw error;
    notifyProblem(texts.notAsked, error);
  };
  const place = async (target: ElementFacts, source: ElementFacts | undefined, planIt: (placed: Placed) => void) => {
    const scopes = await runningScopes(queries, processInstanceKey, target);
    const choice = scopeChoice(target, scopes, source);
    const { choices, ancestorKey, openedScopeIds, anotherOpens } = choice;
    if (choices.length === 0) {
      planIt({ ancestorKey, openedScopeIds });
      return;
    }
    const keys = choices.map(({ key }) => key);
    const items = await loopItems(queries, processInstanceKey, keys);
    setQuestion({
      choice,
      items,
      answer: (answer) => {
        setQuestion(undefined);
        if (answer !== 'another') planIt({ ancestorKey: answer, openedScopeIds });
        else {
          // A scope of its own is opened below the process instance; a source is left by itself.
          const opensBelow = source === undefined ? processInstanceKey : undefined;
          planIt({ ancestorKey: opensBelow, openedScopeIds: anotherOpens });
        }
      },
      withdraw: () => setQuestion(undefined),
    });
  };
  const countOf = async (element: ElementFacts, elementInstanceKey: string | undefined) => {
    if (elementInstanceKey !== undefined) return 1;
    return element.loop === undefined
      ? untouchedAt(plan, element.id, counts.get(element.id) ?? 0)
      : runningLoops(queries, processInstanceKey, element.id);
  };
  const canTake: ElementActions['canTake'] = (element, elementInstanceKey, isMove) => {
    if (elementInstanceKey !== undefined) return !isTouched(plan, element.id, elementInstanceKey);
    if (isMove && hasSingleSteps(plan, element.id)) return false;
    return untouchedAt(plan, element.id, counts.get(element.id) ?? 0) > 0;
  };
  return {
    moving,
    question,
    problemOf,
    canTake,
    add: (element) => {
      if (problemOf(element.id) !== undefined) return;
      place(element, undefined, (placed) =>
        modification.change((present) =>
          withStep(present, { kind: 'add', elementId: element.id, ...placed, variables: [] }),
        ),
      ).catch(tellProblem);
    },
    take: (element, elementInstanceKey, how) => {
      if (!canTake(element, elementInstanceKey, how === 'move')) return;
      countOf(element, elementInstanceKey)
        .then((count) => {
          if (how === 'move') {
            setMoving({ source: element, elementInstanceKey, count });
            return;
          }
          const countThen = counts.get(element.id) ?? 0;
          modification.change((present) =>
            withStep(present, { kind: 'cancel', elementId: element.id, elementInstanceKey, count, countThen }),
          );
        })
        .catch(tellProblem);
    },
    putDown: (target, onPlanned) => {
      if (moving === undefined) return;
      setMoving(undefined);
      const { source, elementInstanceKey, count } = moving;
      place(target, source, (placed) => {
        modification.change((present) =>
          withStep(present, {
            kind: 'move',
            elementId: source.id,
            elementInstanceKey,
            count,
            countThen: counts.get(source.id) ?? 0,
            targetId: target.id,
            ...placed,
            variables: [],
          }),
        );
        onPlanned();
      }).catch(tellProblem);
    },
    stopMoving: () => setMoving(undefined),
  };
}
