import { type ProcessDefinitionResult, searchProcessDefinitions } from '../../api/gen/api.ts';
import { likeText } from '../../api/like-text.ts';
import { type SearchPages, useApiPages } from '../../api/use-api.ts';
import type { ProcessesSearch } from './processes-search.ts';

/** The latest versions of processes, by name. */
export function useStartableProcesses({ q, kind }: ProcessesSearch): SearchPages<ProcessDefinitionResult> {
  return useApiPages(
    searchProcessDefinitions,
    {
      body: {
        filter: {
          isLatestVersion: true,
          ...(q === undefined ? {} : { name: { $like: likeText(q) } }),
          ...(kind === undefined ? {} : { hasStartForm: kind === 'form' }),
        },
        sort: [{ field: 'name' }],
      },
    },
    { live: { valueTypes: ['PROCESS', 'FORM'] } },
  );
}
