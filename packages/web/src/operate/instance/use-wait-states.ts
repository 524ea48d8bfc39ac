import { searchElementInstanceWaitStates } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';
import type { WaitState } from './wait-state.ts';

/** More are not told of on a diagram. */
const WAIT_STATES_LIMIT = 200;

/** What element instances of an instance wait for; of one of them when it is named. */
export function useWaitStates(processInstanceKey: string, elementInstanceKey?: string) {
  const query = useApi(
    searchElementInstanceWaitStates,
    {
      body: {
        filter: { processInstanceKey, ...(elementInstanceKey === undefined ? {} : { elementInstanceKey }) },
        page: { limit: WAIT_STATES_LIMIT },
      },
    },
    {
      live: {
        valueTypes: [
          'PROCESS_INSTANCE',
          'JOB',
          'TIMER',
          'PROCESS_MESSAGE_SUBSCRIPTION',
          'SIGNAL_SUBSCRIPTION',
          'USER_TASK',
          'CONDITIONAL_SUBSCRIPTION',
        ],
        processInstanceKey,
      },
    },
  );
  return (query.data?.items ?? []) as readonly WaitState[];
}
