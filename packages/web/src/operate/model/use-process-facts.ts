import { useQuery } from '@tanstack/react-query';
import { useProcessXml } from '../../diagram/use-process-xml.ts';

/** A definition's model as text and as facts. It never changes; the parser is loaded with the first one. */
export function useProcessFacts(definition: { readonly key: string; readonly processId: string } | undefined) {
  const { key = '', processId = '' } = definition ?? {};
  const { xml, problem, retry } = useProcessXml(definition?.key);
  const facts = useQuery({
    queryKey: ['process facts', key, processId],
    queryFn: async () => {
      const { readProcessFacts } = await import('./process-facts.ts');
      return readProcessFacts(xml ?? '', processId);
    },
    enabled: xml !== undefined && definition !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return {
    xml,
    facts: facts.data,
    /** The model could not be loaded. */
    problem,
    /** The model could not be understood. */
    failure: facts.error?.message,
    retry,
  };
}
