import { getProcessInstanceRecords } from '../../../api/gen/api.ts';
import { useApi } from '../../../api/use-api.ts';

/** Whatever is exported of an instance, so that nothing that happens to it goes by unseen. */
const valueTypes = [
  'PROCESS_INSTANCE',
  'VARIABLE',
  'JOB',
  'INCIDENT',
  'TIMER',
  'PROCESS_MESSAGE_SUBSCRIPTION',
  'SIGNAL_SUBSCRIPTION',
  'USER_TASK',
  'DECISION_EVALUATION',
  'PROCESS_INSTANCE_MODIFICATION',
  'PROCESS_INSTANCE_MIGRATION',
] as const;

/** Whether something was recorded of an instance behind a position of the log. */
export function useNewRecords(processInstanceKey: string, lastPosition: number): boolean {
  const { data } = useApi(
    getProcessInstanceRecords,
    { path: { processInstanceKey }, query: { after: lastPosition, limit: 1 } },
    { live: { valueTypes, processInstanceKey } },
  );
  return data !== undefined && data !== '';
}
