import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.ts';

/** A server that restarts is back within seconds: tried again that often, at growing intervals, before a page says so. */
const RETRIES_MAX = 3;

/**
 * One for the whole page. What was shown stays shown while it is asked for again.
 * @param onProblem is told of every question that was not answered in the end.
 */
export function createQueryClient(onProblem: (problem: ApiProblem) => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof ApiProblem) onProblem(error);
      },
    }),
    defaultOptions: {
      queries: {
        // Changes are told by the server: see live-changes.ts. Going back and forth asks for nothing meanwhile.
        staleTime: 30_000,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => error instanceof ApiProblem && error.isUnreachable && failures < RETRIES_MAX,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}
