import { getProcessDefinition, searchProcessInstances } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';
import { instancesOf, type MigrationSearch } from './migration-search.ts';

/** The version the instances run: named, or that of the first of them. */
export function useMigrationSource(search: MigrationSearch) {
  const filter = instancesOf(search);
  const isNamed = search.source !== undefined;
  const first = useApi(
    searchProcessInstances,
    { body: { filter: { ...filter, state: 'ACTIVE' }, page: { limit: 1 } } },
    { enabled: !isNamed && filter !== undefined },
  );
  const key = search.source ?? first.data?.items[0]?.processDefinitionKey;
  const definition = useDefinition(key);
  return {
    definition: definition.data,
    isLoading: definition.isLoading || first.isLoading,
    problem: definition.error ?? first.error,
    retry: () => void (definition.error === null ? first.refetch() : definition.refetch()),
  };
}

export function useDefinition(processDefinitionKey: string | undefined) {
  return useApi(
    getProcessDefinition,
    { path: { processDefinitionKey: processDefinitionKey ?? '' } },
    { enabled: processDefinitionKey !== undefined },
  );
}
