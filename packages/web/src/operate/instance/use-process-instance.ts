import { getProcessInstance } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';

export function useProcessInstance(processInstanceKey: string) {
  return useApi(
    getProcessInstance,
    { path: { processInstanceKey } },
    { live: { valueTypes: ['PROCESS_INSTANCE', 'INCIDENT', 'PROCESS_INSTANCE_MIGRATION'], processInstanceKey } },
  );
}
