import { useEffect } from 'react';
import { searchElementInstances } from '../../../api/gen/api.ts';
import { useApiPages } from '../../../api/use-api.ts';
import { instanceValueTypes } from '../instance-value-types.ts';
import type { ScopeContent } from './history-rows.ts';

/** Rows of a request: enough that scrolling through thousands needs few, small enough to come at once. */
const PAGE_LIMIT = 200;

export interface ScopeLoaderProps {
  readonly processInstanceKey: string;
  readonly scopeKey: string;
  readonly isLatestFirst: boolean;
  onContent(scopeKey: string, content: ScopeContent | undefined, loadMore: () => void): void;
}

/** Draws nothing: holds what is known of one open scope, page by page, and keeps it fresh. */
export function ScopeLoader({ processInstanceKey, scopeKey, isLatestFirst, onContent }: ScopeLoaderProps) {
  const order = isLatestFirst ? ('DESC' as const) : ('ASC' as const);
  const { items, total, hasMore, isLoading, problem, loadMore } = useApiPages(
    searchElementInstances,
    {
      body: {
        filter: { processInstanceKey, elementInstanceScopeKey: scopeKey },
        sort: [
          { field: 'startDate', order },
          { field: 'elementInstanceKey', order },
        ],
      },
    },
    {
      limit: PAGE_LIMIT,
      live: { valueTypes: instanceValueTypes, processInstanceKey },
    },
  );
  const message = problem?.message;
  // biome-ignore lint/correctness/useExhaustiveDependencies: loadMore is another function each time
  useEffect(() => {
    onContent(scopeKey, { items, total, hasMore, isLoading, problem: message }, loadMore);
  }, [scopeKey, items, total, hasMore, isLoading, message, onContent]);
  useEffect(() => () => onContent(scopeKey, undefined, () => {}), [scopeKey, onContent]);
  return null;
}
