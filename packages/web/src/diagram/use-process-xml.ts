import { getProcessDefinitionXML } from '../api/gen/api.ts';
import { useApi } from '../api/use-api.ts';

/** A definition's BPMN. It never changes. */
export function useProcessXml(processDefinitionKey: string | undefined) {
  const { data, error, refetch } = useApi(
    getProcessDefinitionXML,
    { path: { processDefinitionKey: processDefinitionKey ?? '' } },
    { enabled: processDefinitionKey !== undefined, staleTimeMs: Number.POSITIVE_INFINITY },
  );
  return { xml: data, problem: error, retry: () => void refetch() };
}
