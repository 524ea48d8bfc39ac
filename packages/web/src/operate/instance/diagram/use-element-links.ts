import { useMemo } from 'react';
import { searchDecisionInstances, searchElementInstances } from '../../../api/gen/api.ts';
import { useApi } from '../../../api/use-api.ts';
import { useCalledInstances } from '../use-called-instances.ts';

/** Where an element led: to a called instance or to a decision's evaluation. */
export interface ElementLink {
  readonly kind: 'called' | 'decision';
  readonly key: string;
}

export interface ElementTargets {
  readonly links: readonly ElementLink[];
  /** Whether there may be more than were looked at. */
  readonly isMore: boolean;
}

/** Of an element more are listed elsewhere: the diagram only says that there are. */
const LOOKED_AT = 100;

/** What elements of an instance led to, by element id. */
export function useElementLinks(processInstanceKey: string): ReadonlyMap<string, ElementTargets> {
  const live = { valueTypes: ['PROCESS_INSTANCE', 'DECISION_EVALUATION'], processInstanceKey } as const;
  const page = { limit: LOOKED_AT };
  const called = useCalledInstances(processInstanceKey);
  const calls = useApi(
    searchElementInstances,
    { body: { filter: { processInstanceKey, type: 'CALL_ACTIVITY' as const }, page } },
    { live },
  );
  const evaluations = useApi(searchDecisionInstances, { body: { filter: { processInstanceKey }, page } }, { live });
  const rules = useApi(
    searchElementInstances,
    { body: { filter: { processInstanceKey, type: 'BUSINESS_RULE_TASK' as const }, page } },
    { live },
  );
  return useMemo(() => {
    const targets = new Map<string, { links: ElementLink[]; isMore: boolean }>();
    const elementIds = new Map(
      [...(calls.data?.items ?? []), ...(rules.data?.items ?? [])].map((one) => [
        one.elementInstanceKey,
        one.elementId,
      ]),
    );
    const add = (elementInstanceKey: string | null, link: ElementLink) => {
      const elementId = elementIds.get(elementInstanceKey ?? '');
      if (elementId === undefined) return;
      const present = targets.get(elementId);
      if (present === undefined)
        targets.set(elementId, { links: [link], isMore: link.kind === 'called' && called.hasMore });
      else present.links.push(link);
    };
    for (const one of called.items) add(one.parentElementInstanceKey, { kind: 'called', key: one.processInstanceKey });
    for (const one of evaluations.data?.items ?? []) {
      // An evaluation has an entry for every decision it needed: the one that was asked for is meant.
      if (one.decisionDefinitionKey !== one.rootDecisionDefinitionKey) continue;
      add(one.elementInstanceKey, { kind: 'decision', key: one.decisionEvaluationInstanceKey });
    }
    return targets;
  }, [called.items, called.hasMore, calls.data, rules.data, evaluations.data]);
}
