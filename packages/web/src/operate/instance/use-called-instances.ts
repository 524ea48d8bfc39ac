import { searchProcessInstances } from '../../api/gen/api.ts';
import { useApiPages } from '../../api/use-api.ts';

/** The instances that this one called; those of one call activity when its instance is named. */
export function useCalledInstances(processInstanceKey: string, parentElementInstanceKey?: string) {
  return useApiPages(
    searchProcessInstances,
    {
      body: {
        filter: {
          parentProcessInstanceKey: processInstanceKey,
          ...(parentElementInstanceKey === undefined ? {} : { parentElementInstanceKey }),
        },
        sort: [{ field: 'startDate', order: 'ASC' }],
      },
    },
    // They are instances of their own: their changes do not name the one that called them.
    { live: { valueTypes: ['PROCESS_INSTANCE', 'INCIDENT'] } },
  );
}
