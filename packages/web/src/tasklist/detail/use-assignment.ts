import { assignUserTask, unassignUserTask } from '../../api/gen/api.ts';
import { useAction } from '../../api/use-action.ts';
import { notifyProblem } from '../../app/notifications.ts';
import { useTexts } from '../../texts/use-texts.ts';

/** Gives a task to somebody, or back to all. */
export function useAssignment(userTaskKey: string): {
  readonly isBusy: boolean;
  assign(assignee: string): void;
  unassign(): void;
} {
  const { detail } = useTexts().tasklist;
  const assign = useAction(assignUserTask, { onProblem: (problem) => notifyProblem(detail.notAssigned, problem) });
  const unassign = useAction(unassignUserTask, {
    onProblem: (problem) => notifyProblem(detail.notUnassigned, problem),
  });
  return {
    isBusy: assign.isPending || unassign.isPending,
    assign: (assignee) => assign.mutate({ path: { userTaskKey }, body: { assignee, allowOverride: true } }),
    unassign: () => unassign.mutate({ path: { userTaskKey } }),
  };
}
