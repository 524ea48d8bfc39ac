import { useMemo } from 'react';
import { getProcessDefinitionXML } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';
import { type ModelElement, modelElements } from './model-elements.ts';

/** A version's BPMN, which never changes, and its elements by name. */
export function useProcessModel(processDefinitionKey: string | undefined) {
  const model = useApi(
    getProcessDefinitionXML,
    { path: { processDefinitionKey: processDefinitionKey ?? '' } },
    { enabled: processDefinitionKey !== undefined, staleTimeMs: Number.POSITIVE_INFINITY },
  );
  const xml = model.data;
  const elements: readonly ModelElement[] = useMemo(() => (xml === undefined ? [] : modelElements(xml)), [xml]);
  return { model, elements };
}
