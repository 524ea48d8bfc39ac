import { searchProcessDefinitions } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';

/** Processes and versions offered for choosing; who has more names them in the address. */
const DEFINITIONS_MAX = 1_000;
const live = { valueTypes: ['PROCESS', 'RESOURCE_DELETION'] } as const;

/** The newest version of every process, by name. */
export function useProcesses() {
  return useApi(
    searchProcessDefinitions,
    { body: { filter: { isLatestVersion: true }, page: { limit: DEFINITIONS_MAX } } },
    { live },
  );
}

/** All versions of a process, the newest first. */
export function useProcessVersions(process: string | undefined, tenant: string | undefined) {
  return useApi(
    searchProcessDefinitions,
    {
      body: {
        filter: { processDefinitionId: process ?? '', ...(tenant === undefined ? {} : { tenantId: tenant }) },
        sort: [{ field: 'version', order: 'DESC' }],
        page: { limit: DEFINITIONS_MAX },
      },
    },
    { live, enabled: process !== undefined },
  );
}
