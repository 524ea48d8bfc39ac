import { useMemo } from 'react';
import { getProcessDefinitionXML } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';
import { readProcessModel } from './process-model.ts';

/** The model of a definition: never changes. */
export function useProcessModel(processDefinitionKey: string | undefined) {
  const query = useApi(
    getProcessDefinitionXML,
    { path: { processDefinitionKey: processDefinitionKey ?? '' } },
    { enabled: processDefinitionKey !== undefined, staleTimeMs: Number.POSITIVE_INFINITY },
  );
  const model = useMemo(() => (query.data === undefined ? undefined : readProcessModel(query.data)), [query.data]);
  return { xml: query.data, model, problem: query.error, retry: () => void query.refetch() };
}
