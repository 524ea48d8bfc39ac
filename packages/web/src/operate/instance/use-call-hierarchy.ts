import { getProcessInstanceCallHierarchy } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';

/** The instances that called this one, the root first and this one last. */
export function useCallHierarchy(processInstanceKey: string, isCalled: boolean) {
  return useApi(
    getProcessInstanceCallHierarchy,
    { path: { processInstanceKey } },
    { enabled: isCalled, live: { valueTypes: ['PROCESS_INSTANCE_MIGRATION'], processInstanceKey } },
  );
}
