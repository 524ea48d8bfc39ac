import { searchProcessDefinitions } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';

/** For a list to pick from; other processes can be found on their own page. */
const PROCESSES_MAX = 500;

/** All processes by name. */
export function useProcessNames(): readonly { readonly id: string; readonly title: string }[] {
  const { data } = useApi(
    searchProcessDefinitions,
    { body: { filter: { isLatestVersion: true }, page: { limit: PROCESSES_MAX } } },
    { live: { valueTypes: ['PROCESS'] } },
  );
  return (data?.items ?? [])
    .map(({ processDefinitionId, name }) => ({ id: processDefinitionId, title: name ?? processDefinitionId }))
    .toSorted((a, b) => a.title.localeCompare(b.title));
}
