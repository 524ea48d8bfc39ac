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
const CONFLICT = 409;
const GATEWAY_TIMEOUT = 504;

/** @param reason the problem in words of the person. */
export function completionFailureOf(problem: ApiProblem, reason: string): CompletionFailure {
  const denial = DENIAL.exec(problem.detail)?.[1];
  if (denial !== undefined) return { kind: 'denied', reason: denial };
  if (problem.isNotFound || problem.status === CONFLICT) return { kind: 'conflict', reason };
  if (problem.isUnreachable || problem.status === GATEWAY_TIMEOUT) return { kind: 'lost', reason: problem.detail };
  return { kind: 'other', reason };
}
