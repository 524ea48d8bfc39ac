import { getProcessDefinitionInstanceVersionStatistics } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';

const VERSIONS_MAX = 100;

/** Running instances of a process by version, the newest first. */
export function useProcessVersionStatistics(processDefinitionId: string, tenantId: string) {
  return useApi(
    getProcessDefinitionInstanceVersionStatistics,
    {
      body: {
        filter: { processDefinitionId, tenantId },
        sort: [{ field: 'processDefinitionVersion', order: 'DESC' }],
        page: { limit: VERSIONS_MAX },
      },
    },
    { live: { valueTypes: ['PROCESS_INSTANCE', 'INCIDENT', 'PROCESS'] } },
  );
}
