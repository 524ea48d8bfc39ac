import type { ApiProblem } from '../../api/api-problem.ts';

export interface CompletionFailure {
  /**
   * `denied`: a listener refused, with a reason. `conflict`: the task is not open any more. `lost`: no answer, so it may
   * or may not be done. `other`: anything else.
   */
  readonly kind: 'denied' | 'conflict' | 'lost' | 'other';
  /** In words of the person; for `denied` the listener's. */
  readonly reason: string;
}

/** As the engine says it. */
const DENIAL = /denied by Task Listener\. Reason to deny: '(.*)'/s;
const NOT_FOUND = 404;
const CONFLICT = 409;

/** @param reason the problem in words of the person. */
export function completionFailureOf(problem: ApiProblem, reason: string): CompletionFailure {
  const denial = DENIAL.exec(problem.detail)?.[1];
  if (denial !== undefined) return { kind: 'denied', reason: denial };
  if (problem.status === NOT_FOUND || problem.status === CONFLICT) return { kind: 'conflict', reason };
  if (problem.isUnreachable || problem.status === 504) return { kind: 'lost', reason: problem.detail };
  return { kind: 'other', reason };
}
