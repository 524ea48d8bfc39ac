/** Questions of the page that were not answered, where nothing on the page says so. */
import { type QueryCache, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiProblem } from '../api/api-problem.ts';

/** Parts of the page say their own problems meanwhile. */
const WAIT_MS = 300;

const told = new Map<Error, number>();
const listeners = new Set<() => void>();

/** Says that the calling component tells of the problem. */
export function useTold(problem: Error | null | undefined): void {
  useEffect(() => {
    if (problem == null) return;
    told.set(problem, (told.get(problem) ?? 0) + 1);
    changed();
    return () => {
      const left = told.get(problem)! - 1;
      if (left === 0) told.delete(problem);
      else told.set(problem, left);
      changed();
    };
  }, [problem]);
}

export function useUntoldProblems(): readonly Error[] {
  const queries = useQueryClient();
  const [problems, setProblems] = useState<readonly Error[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      const found = untoldOf(queries.getQueryCache());
      setProblems((before) =>
        before.length === found.length && before.every((one, index) => one === found[index]) ? before : found,
      );
    };
    const lookSoon = () => {
      timer ??= setTimeout(look, WAIT_MS);
    };
    const unsubscribe = queries.getQueryCache().subscribe(({ type, query }) => {
      // Answers come all the time: only problems, and what may have been one, matter.
      if (type !== 'observerResultsUpdated' && (query.state.status === 'error' || type === 'updated')) lookSoon();
    });
    listeners.add(lookSoon);
    return () => {
      clearTimeout(timer);
      unsubscribe();
      listeners.delete(lookSoon);
    };
  }, [queries]);
  return problems;
}

function untoldOf(cache: QueryCache): readonly Error[] {
  return cache
    .getAll()
    .filter((query) => query.isActive() && query.state.status === 'error')
    .map(({ state }) => state.error)
    .filter((error): error is Error => error !== null && !told.has(error) && !isNoNews(error));
}

/** The frame says these itself; pages look different where there is nothing. */
function isNoNews(error: Error): boolean {
  return error instanceof ApiProblem && (error.status === 0 || error.isNotFound || error.isWithoutSearch);
}

function changed(): void {
  for (const listener of listeners) listener();
}
