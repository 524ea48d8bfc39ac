import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LazyPart } from '../parts/lazy-part.ts';

/** Often enough that a first click finds it loaded, and after everything that the page shows. */
const LOOK_EVERY_MS = 500;

/** Loads what a first click opens, when the page has all it shows and the browser has nothing to do. */
export function usePreload(parts: readonly Pick<LazyPart<object>, 'preload'>[]): void {
  const queries = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same parts each time
  useEffect(() => whenQuiet(queries, () => parts.forEach((part) => void part.preload())), [queries]);
}

function whenQuiet(queries: QueryClient, run: () => void): () => void {
  let wasQuiet = false;
  const timer = setInterval(() => {
    const isQuiet = queries.isFetching() === 0;
    // Twice: between the answer to one question and the next one nothing is asked for a moment.
    if (isQuiet && wasQuiet) {
      clearInterval(timer);
      requestIdleCallback(run);
    }
    wasQuiet = isQuiet;
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
