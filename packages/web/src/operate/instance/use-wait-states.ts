import { searchElementInstanceWaitStates } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';
import type { WaitState } from './wait-state.ts';

/** More are not told of on a diagram. */
const WAIT_STATES_LIMIT = 200;

/**
 * What element instances of an instance wait for: those of one element, or one of them. Of neither nothing is asked; all of
 * a large instance would be thousands.
 */
export function useWaitStates(
  processInstanceKey: string,
  of: { readonly elementId: string } | { readonly elementInstanceKey: string } | undefined,
) {
  const query = useApi(
    searchElementInstanceWaitStates,
    {
      body: {
        filter: { processInstanceKey, ...of },
        page: { limit: WAIT_STATES_LIMIT },
      },
    },
    {
      enabled: of !== undefined,
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
