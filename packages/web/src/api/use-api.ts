import {
  type InfiniteData,
  keepPreviousData,
  queryOptions,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ApiProblem } from './api-problem.ts';
import { call } from './call.ts';
import type { LiveMeta } from './live-changes.ts';
import type { Operation, RequestParts } from './operation.ts';

/** Results of a page: enough for the tallest screen, few enough for the first answer to come at once. */
const PAGE_LIMIT = 50;

export interface ApiQueryOptions {
  /** What makes the answer old; absent = nothing does. */
  readonly live?: LiveMeta;
  /** Default `true`. */
  readonly enabled?: boolean;
  /** Shows the last answer while another one is on its way. Default `false`. */
  readonly keepsPrevious?: boolean;
  /** Ms for which an answer is good without being told of a change. */
  readonly staleTimeMs?: number;
}

export function apiQuery<Input extends RequestParts, Output>(
  operation: Operation<Input, Output>,
  input: Input,
  { live, enabled, keepsPrevious = false, staleTimeMs }: ApiQueryOptions = {},
) {
  return queryOptions<Output, ApiProblem>({
    queryKey: [operation.method, operation.path, input],
    queryFn: ({ signal }) => call(operation, input, { signal }),
    ...(enabled === undefined ? {} : { enabled }),
    ...(live === undefined ? {} : { meta: { live } }),
    ...(keepsPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(staleTimeMs === undefined ? {} : { staleTime: staleTimeMs }),
  });
}

/** Asks once and keeps the answer fresh. Pages call it through a hook of their own, named after what it gives. */
export function useApi<Input extends RequestParts, Output>(
  operation: Operation<Input, Output>,
  input: Input,
  options?: ApiQueryOptions,
): UseQueryResult<Output, ApiProblem> {
  return useQuery(apiQuery(operation, input, options));
}

interface SearchResult<Item> {
  readonly items: readonly Item[];
  readonly page: {
    readonly totalItems: number;
    readonly hasMoreTotalItems?: boolean;
    readonly endCursor?: string | null;
  };
}

export interface SearchPages<Item> {
  readonly items: readonly Item[];
  /** How many there are; the lower bound when `isTotalMore`. `undefined` until the first answer. */
  readonly total: number | undefined;
  readonly isTotalMore: boolean;
  readonly isLoading: boolean;
  /** An answer to another question is shown until the present one is answered. */
  readonly isOutdated: boolean;
  readonly problem: ApiProblem | null;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  loadMore(): void;
  retry(): void;
}

/**
 * A search page by page, by cursors, for endless lists.
 * @param input with filter and sort; pages are added.
 */
export function useApiPages<Input extends RequestParts, Item>(
  operation: Operation<Input, SearchResult<Item>>,
  input: Input,
  { live, enabled, limit = PAGE_LIMIT, staleTimeMs }: ApiQueryOptions & { readonly limit?: number } = {},
): SearchPages<Item> {
  const query: UseInfiniteQueryResult<InfiniteData<SearchResult<Item>>, ApiProblem> = useInfiniteQuery({
    queryKey: [operation.method, operation.path, input, limit, 'pages'],
    queryFn: ({ pageParam, signal }) => {
      const page = pageParam === '' ? { limit } : { limit, after: pageParam };
      return call(operation, { ...input, body: { ...(input.body as object | undefined), page } }, { signal });
    },
    initialPageParam: '',
    getNextPageParam: ({ items, page }) => (items.length < limit ? undefined : (page.endCursor ?? undefined)),
    placeholderData: keepPreviousData,
    ...(enabled === undefined ? {} : { enabled }),
    ...(live === undefined ? {} : { meta: { live } }),
    ...(staleTimeMs === undefined ? {} : { staleTime: staleTimeMs }),
  });
  const last = query.data?.pages[0]?.page;
  // The same list as long as the answers are the same: pages may depend on it.
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return {
    items,
    total: last?.totalItems,
    isTotalMore: last?.hasMoreTotalItems === true,
    isLoading: query.isLoading,
    isOutdated: query.isPlaceholderData,
    problem: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
    retry: () => void query.refetch(),
  };
}
