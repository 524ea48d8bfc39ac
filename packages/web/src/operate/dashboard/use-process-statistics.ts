import { getProcessDefinitionInstanceStatistics } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';

/** All at once, to sum them up; a server with more processes tells of those with most incidents. */
const PROCESSES_MAX = 1_000;

/** Running instances by process, those with most incidents first. */
export function useProcessStatistics() {
  return useApi(
    getProcessDefinitionInstanceStatistics,
    {
      body: {
        sort: [
          { field: 'activeInstancesWithIncidentCount', order: 'DESC' },
          { field: 'activeInstancesWithoutIncidentCount', order: 'DESC' },
        ],
        page: { limit: PROCESSES_MAX },
      },
    },
    { live: { valueTypes: ['PROCESS_INSTANCE', 'INCIDENT', 'PROCESS'] } },
  );
}
