import { oneOf, present } from '../../app/search-values.ts';

export const decisionTabs = ['values', 'result'] as const;

/** What is open on the page of a decision instance. */
export interface DecisionSearch {
  readonly tab?: (typeof decisionTabs)[number];
  /** Whether the requirements diagram is shown; by default when several decisions were evaluated. */
  readonly drd?: boolean;
}

export function decisionSearch(search: Record<string, unknown>): DecisionSearch {
  return present({
    tab: oneOf(decisionTabs, search.tab),
    drd: typeof search.drd === 'boolean' ? search.drd : undefined,
  });
}
