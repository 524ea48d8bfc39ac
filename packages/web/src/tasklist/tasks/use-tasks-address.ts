import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { parseTasksSearch, type TasksSearch } from './tasks-search.ts';

/** What the address says, and ways to another one. */
export interface TasksAddress {
  readonly search: TasksSearch;
  /** The task that is shown. */
  readonly userTaskKey: string | undefined;
  /** Says something else of the list or the task, `undefined` = no longer; back goes to before the page. */
  change(changes: { readonly [Name in keyof TasksSearch]?: TasksSearch[Name] | undefined }): void;
  /** Shows a task, `undefined` = none. */
  show(userTaskKey: string | undefined, options?: { readonly replace?: boolean; readonly isNext?: boolean }): void;
}

export function useTasksAddress(): TasksAddress {
  const given = useSearch({ strict: false });
  const search = useMemo(() => parseTasksSearch(given), [given]);
  const { userTaskKey } = useParams({ strict: false });
  const navigate = useNavigate();
  return {
    search,
    userTaskKey,
    change: (changes) => {
      const next = Object.fromEntries(
        Object.entries({ ...search, ...changes }).filter(([, value]) => value !== undefined),
      ) as TasksSearch;
      if (userTaskKey === undefined) void navigate({ to: '/tasklist', search: next, replace: true });
      else void navigate({ to: '/tasklist/$userTaskKey', params: { userTaskKey }, search: next, replace: true });
    },
    show: (key, { replace = false, isNext = false } = {}) => {
      const { tab, ...rest } = search;
      const next = isNext || tab === undefined ? rest : { ...rest, tab };
      if (key === undefined) void navigate({ to: '/tasklist', search: next, replace });
      else void navigate({ to: '/tasklist/$userTaskKey', params: { userTaskKey: key }, search: next, replace });
    },
  };
}
