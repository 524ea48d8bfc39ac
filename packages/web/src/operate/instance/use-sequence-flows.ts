import { getProcessInstanceSequenceFlows } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';

/** The sequence flows that were taken. */
export function useSequenceFlows(processInstanceKey: string) {
  return useApi(
    getProcessInstanceSequenceFlows,
    { path: { processInstanceKey } },
    { live: { valueTypes: ['PROCESS_INSTANCE', 'PROCESS_INSTANCE_MIGRATION'], processInstanceKey } },
  );
}
