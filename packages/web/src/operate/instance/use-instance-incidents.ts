import { searchProcessInstanceIncidents } from '../../api/gen/api.ts';
import { useApiPages } from '../../api/use-api.ts';

/** The open incidents of an instance and of those that it called. */
export function useInstanceIncidents(processInstanceKey: string) {
  return useApiPages(
    searchProcessInstanceIncidents,
    {
      path: { processInstanceKey },
      body: { filter: { state: 'ACTIVE' }, sort: [{ field: 'creationTime', order: 'DESC' }] },
    },
    // Those of called instances, too.
    { live: { valueTypes: ['INCIDENT'] } },
  );
}
