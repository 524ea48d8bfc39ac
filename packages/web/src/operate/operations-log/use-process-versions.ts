import { searchProcessDefinitions } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';

/** As many as a person finds something in. */
const PROCESSES_MAX = 1_000;
const live = { valueTypes: ['PROCESS'] } as const;

/** All processes by name, each with its newest version. */
export function useLatestProcesses() {
  return useApi(
    searchProcessDefinitions,
    {
      body: {
        filter: { isLatestVersion: true },
        sort: [{ field: 'name' }, { field: 'processDefinitionId' }],
        page: { limit: PROCESSES_MAX },
      },
    },
    { live },
  );
}

/** The versions of a process, the newest first. */
export function useProcessVersions(processDefinitionId: string | undefined) {
  return useApi(
    searchProcessDefinitions,
    {
      body: {
        filter: { processDefinitionId: processDefinitionId ?? '' },
        sort: [{ field: 'version', order: 'DESC' }],
        page: { limit: PROCESSES_MAX },
      },
    },
    { live, enabled: processDefinitionId !== undefined },
  );
}
