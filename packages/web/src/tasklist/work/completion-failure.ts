import type { ApiProblem } from '../../api/api-problem.ts';

export interface CompletionFailure {
  /**
   * `denied`: a listener refused, with a reason. `conflict`: the task is not open any more. `lost`: no answer, so it may
   * or may not be done. `other`: anything else.
   */
  readonly kind: 'denied' | 'conflict' | 'lost' | 'other';
  /** In the server's words; for `denied` the listener's. */
  readonly reason: string;
}

/** As the engine says it. */
const DENIAL = /denied by Task Listener\. Reason to deny: '(.*)'/s;
const NOT_FOUND = 404;
const CONFLICT = 409;

export function completionFailureOf(problem: ApiProblem): CompletionFailure {
  const denial = DENIAL.exec(problem.detail)?.[1];
  if (denial !== undefined) return { kind: 'denied', reason: denial };
  const reason = problem.detail || problem.title;
  if (problem.status === NOT_FOUND || problem.status === CONFLICT) return { kind: 'conflict', reason };
  return { kind: problem.isUnreachable || problem.status === 504 ? 'lost' : 'other', reason };
}
