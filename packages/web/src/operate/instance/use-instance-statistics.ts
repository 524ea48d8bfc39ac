import { getProcessInstanceStatistics } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';
import { instanceValueTypes } from './instance-value-types.ts';

/** How many instances of each element are in which state. */
export function useInstanceStatistics(processInstanceKey: string) {
  return useApi(
    getProcessInstanceStatistics,
    { path: { processInstanceKey } },
    { live: { valueTypes: instanceValueTypes, processInstanceKey } },
  );
}
