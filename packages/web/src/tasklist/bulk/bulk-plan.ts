import type { UserTaskResult } from '../../api/gen/api.ts';

export type BulkAction = 'claim' | 'unassign' | 'assign' | 'complete';

/** Why a task is left out of an action. */
export type LeftOutReason = 'needsInput' | 'notMine' | 'notOpen' | 'notAssigned' | 'isMine' | 'ofOther';

export interface BulkPlan {
  readonly tasks: readonly UserTaskResult[];
  readonly leftOut: readonly { readonly task: UserTaskResult; readonly reason: LeftOutReason }[];
}

/**
 * Which of the selected tasks an action concerns.
 * @param needsInput whether the task's form asks for something.
 */
export function bulkPlanOf(
  action: BulkAction,
  selected: readonly UserTaskResult[],
  username: string,
  needsInput: (task: UserTaskResult) => boolean,
): BulkPlan {
  const leftOut: { readonly task: UserTaskResult; readonly reason: LeftOutReason }[] = [];
  const tasks = selected.filter((task) => {
    const reason = task.state === 'CREATED' ? reasons[action](task, username, needsInput) : 'notOpen';
    if (reason !== undefined) leftOut.push({ task, reason });
    return reason === undefined;
  });
  return { tasks, leftOut };
}

const reasons: Readonly<
  Record<
    BulkAction,
    (task: UserTaskResult, username: string, needsInput: (task: UserTaskResult) => boolean) => LeftOutReason | undefined
  >
> = {
  // Nobody loses a task to a bulk action by accident.
  claim: ({ assignee }, username) => (assignee === null ? undefined : assignee === username ? 'isMine' : 'ofOther'),
  unassign: ({ assignee }) => (assignee === null ? 'notAssigned' : undefined),
  assign: () => undefined,
  complete: (task, username, needsInput) =>
    task.assignee !== username ? 'notMine' : needsInput(task) ? 'needsInput' : undefined,
};
