import { useState } from 'react';
import { searchUserTaskEffectiveVariables, type UserTaskResult, type VariableSearchResult } from '../../api/gen/api.ts';
import { escapedLike } from '../../api/like-text.ts';
import { type SearchPages, useApi } from '../../api/use-api.ts';

/** As many as a tall screen shows, and again as many whenever the end is reached. */
const STEP = 100;

/** The variables that the task sees, its own before those of its surroundings; long values shortened. */
export function useTaskVariables(task: UserTaskResult, nameFilter: string): SearchPages<VariableSearchResult> {
  const { userTaskKey, processInstanceKey } = task;
  const [limit, setLimit] = useState(STEP);
  const query = useApi(
    searchUserTaskEffectiveVariables,
    {
      path: { userTaskKey },
      body: {
        ...(nameFilter === '' ? {} : { filter: { name: { $like: `*${escapedLike(nameFilter)}*` } } }),
        sort: [{ field: 'name' }],
        page: { from: 0, limit },
      },
    },
    { keepsPrevious: true, live: { valueTypes: ['VARIABLE'], processInstanceKey } },
  );
  const items = query.data?.items ?? [];
  const total = query.data?.page.totalItems;
  return {
    items,
    total,
    isTotalMore: query.data?.page.hasMoreTotalItems === true,
    isLoading: query.isLoading,
    isOutdated: query.isPlaceholderData,
    problem: query.error,
    hasMore: total !== undefined && items.length < total,
    isLoadingMore: query.isFetching && items.length > 0 && items.length < limit,
    loadMore: () => {
      if (!query.isFetching) setLimit(limit + STEP);
    },
    retry: () => void query.refetch(),
  };
}
