import { getProcessInstance } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';
import { instanceValueTypes } from './instance-value-types.ts';

export function useProcessInstance(processInstanceKey: string) {
  return useApi(
    getProcessInstance,
    { path: { processInstanceKey } },
    { live: { valueTypes: instanceValueTypes, processInstanceKey } },
  );
}
