import { searchUserTasks } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';

/** Enough to meet everybody who works here. */
const TASKS_MAX = 200;

/** Names that tasks are or were assigned to, or could be; for suggestions. */
export function useKnownUsers(): readonly string[] {
  const { data } = useApi(
    searchUserTasks,
    { body: { sort: [{ field: 'creationDate', order: 'DESC' }], page: { limit: TASKS_MAX } } },
    { staleTimeMs: 60_000 },
  );
  const names = new Set<string>();
  for (const { assignee, candidateUsers } of data?.items ?? []) {
    if (assignee !== null) names.add(assignee);
    for (const name of candidateUsers) names.add(name);
  }
  return [...names].toSorted((a, b) => a.localeCompare(b));
}
