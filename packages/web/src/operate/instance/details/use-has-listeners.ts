import { searchJobs } from '../../../api/gen/api.ts';
import { useApi } from '../../../api/use-api.ts';

/** Whether listeners ran, or are to run, for what is selected. */
export function useHasListeners(
  processInstanceKey: string,
  elementId: string | undefined,
  elementInstanceKey: string | undefined,
): boolean {
  const { data } = useApi(
    searchJobs,
    {
      body: {
        filter: {
          processInstanceKey,
          kind: { $in: ['EXECUTION_LISTENER' as const, 'TASK_LISTENER' as const] },
          ...(elementInstanceKey !== undefined ? { elementInstanceKey } : elementId === undefined ? {} : { elementId }),
        },
        page: { limit: 1 },
      },
    },
    { live: { valueTypes: ['JOB'], processInstanceKey }, keepsPrevious: true },
  );
  return (data?.items.length ?? 0) > 0;
}
