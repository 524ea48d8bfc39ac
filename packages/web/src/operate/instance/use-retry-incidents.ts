import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApiProblem } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';
import { type IncidentResult, resolveIncident, updateJob } from '../../api/gen/api.ts';
import { isLiveQuery } from '../../api/live-changes.ts';
import { notify, notifyProblem } from '../../app/notifications.ts';
import { useTexts } from '../../texts/use-texts.ts';

/** A job without retries would stay where it is: it gets one more try first. */
const RETRIES_GIVEN = 1;

/** Resolves incidents one by one and says what came of it. */
export function useRetryIncidents(): UseMutationResult<void, ApiProblem, readonly IncidentResult[]> {
  const { incidents: texts } = useTexts().instance;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (incidents) => {
      for (const { incidentKey, jobKey, errorType } of incidents) {
        if (jobKey !== null && errorType.endsWith('NO_RETRIES')) {
          await call(updateJob, { path: { jobKey }, body: { changeset: { retries: RETRIES_GIVEN } } });
        }
        await call(resolveIncident, { path: { incidentKey } });
      }
    },
    onSuccess: (_, incidents) => notify({ kind: 'success', title: texts.retried(incidents.length) }),
    onError: (problem) => notifyProblem(texts.notRetried, problem),
    // Also after a problem: some of them may have been resolved before.
    onSettled: () => void queries.invalidateQueries({ predicate: isLiveQuery }),
  });
}
