import type { UserTaskResult } from '../../api/gen/api.ts';

export type BulkAction = 'claim' | 'unassign' | 'assign' | 'complete';

/** Why a task is left out of an action. */
export type LeftOutReason = FormReason | 'notMine' | 'notOpen' | 'notAssigned' | 'isMine' | 'ofOther';

/** What of a task's form is against completing it unseen. */
export type FormReason = 'needsInput' | 'formUnread';

export interface BulkPlan {
  readonly tasks: readonly UserTaskResult[];
  readonly leftOut: readonly { readonly task: UserTaskResult; readonly reason: LeftOutReason }[];
}

/**
 * Which of the selected tasks an action concerns.
 * @param formReason what its form has against it being completed unseen.
 */
export function bulkPlanOf(
  action: BulkAction,
  selected: readonly UserTaskResult[],
  username: string,
  formReason: (task: UserTaskResult) => FormReason | undefined,
): BulkPlan {
  const leftOut: { readonly task: UserTaskResult; readonly reason: LeftOutReason }[] = [];
  const tasks = selected.filter((task) => {
    const reason = task.state === 'CREATED' ? reasons[action](task, username, formReason) : 'notOpen';
    if (reason !== undefined) leftOut.push({ task, reason });
    return reason === undefined;
  });
  return { tasks, leftOut };
}

const reasons: Readonly<
  Record<
    BulkAction,
    (
      task: UserTaskResult,
      username: string,
      formReason: (task: UserTaskResult) => FormReason | undefined,
    ) => LeftOutReason | undefined
  >
> = {
  // Nobody loses a task to a bulk action by accident.
  claim: ({ assignee }, username) => (assignee === null ? undefined : assignee === username ? 'isMine' : 'ofOther'),
  unassign: ({ assignee }) => (assignee === null ? 'notAssigned' : undefined),
  assign: () => undefined,
  complete: (task, username, formReason) => (task.assignee === username ? formReason(task) : 'notMine'),
};
