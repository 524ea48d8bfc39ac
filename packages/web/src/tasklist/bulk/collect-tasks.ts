import { call } from '../../api/call.ts';
import { searchUserTasks, type UserTaskResult, type UserTaskSearchQuery } from '../../api/gen/api.ts';

/** As many as the API gives at a time without being slow. */
const PAGE_LIMIT = 200;
/** Each is a request of its own later, some minutes in all; what is left over is selected again. */
export const TASKS_MAX = 10_000;

export interface CollectOptions {
  /** Keys of those that are not wanted. */
  readonly except: ReadonlySet<string>;
  readonly signal: AbortSignal;
  onProgress(found: number): void;
}

/**
 * All results of a search, at most {@link TASKS_MAX}, page by page. Before anything is done to one of them: what is done
 * takes them out of the search, or moves them in it.
 * @throws {ApiProblem} a page could not be had. `AbortError` when the signal came first.
 */
export async function collectTasks(
  query: UserTaskSearchQuery,
  { except, signal, onProgress }: CollectOptions,
): Promise<{ readonly tasks: readonly UserTaskResult[]; readonly isMore: boolean }> {
  const tasks: UserTaskResult[] = [];
  let after: string | undefined;
  while (tasks.length < TASKS_MAX) {
    const page = { limit: PAGE_LIMIT, ...(after === undefined ? {} : { after }) };
    const answer = await call(searchUserTasks, { body: { ...query, page } }, { signal });
    tasks.push(...answer.items.filter(({ userTaskKey }) => !except.has(userTaskKey)));
    onProgress(tasks.length);
    if (answer.items.length < PAGE_LIMIT || answer.page.endCursor == null) return { tasks, isMore: false };
    after = answer.page.endCursor;
  }
  return { tasks: tasks.slice(0, TASKS_MAX), isMore: true };
}
