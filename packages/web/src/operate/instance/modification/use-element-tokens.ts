import { searchElementInstances } from '../../../api/gen/api.ts';
import { useApiPages } from '../../../api/use-api.ts';
import { instanceValueTypes } from '../instance-value-types.ts';

/** The running instances of one element, the earliest first. */
export function useElementTokens(processInstanceKey: string, elementId: string | undefined) {
  return useApiPages(
    searchElementInstances,
    {
      body: {
        filter: { processInstanceKey, elementId: elementId ?? '', state: 'ACTIVE' },
        sort: [{ field: 'startDate', order: 'ASC' }],
      },
    },
    {
      enabled: elementId !== undefined,
      live: { valueTypes: instanceValueTypes, processInstanceKey },
    },
  );
}
