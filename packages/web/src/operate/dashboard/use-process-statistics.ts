import { getProcessDefinitionInstanceStatistics } from '../../api/gen/api.ts';
import { useApiPages } from '../../api/use-api.ts';

/** Running instances by process, those with most incidents first. */
export function useProcessStatistics() {
  return useApiPages(
    getProcessDefinitionInstanceStatistics,
    {
      body: {
        sort: [
          { field: 'activeInstancesWithIncidentCount', order: 'DESC' },
          { field: 'activeInstancesWithoutIncidentCount', order: 'DESC' },
        ],
      },
    },
    { live: { valueTypes: ['PROCESS_INSTANCE', 'INCIDENT', 'PROCESS'] } },
  );
}
