import { useMemo } from 'react';
import { useProcessXml } from '../../diagram/use-process-xml.ts';
import { readProcessModel } from './process-model.ts';

/** A definition's model, as text and as what pages need of it. */
export function useProcessModel(processDefinitionKey: string | undefined) {
  const source = useProcessXml(processDefinitionKey);
  const { xml } = source;
  const model = useMemo(() => (xml === undefined ? undefined : readProcessModel(xml)), [xml]);
  return { ...source, model };
}
