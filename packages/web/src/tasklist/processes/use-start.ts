import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ApiProblem } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';
import {
  type CreateProcessInstanceResult,
  createProcessInstance,
  type ProcessDefinitionResult,
  searchUserTasks,
} from '../../api/gen/api.ts';
import { isLiveQuery } from '../../api/live-changes.ts';
import { useAction } from '../../api/use-action.ts';
import { notify } from '../../app/notifications.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { taskNameOf } from '../list/task-name.ts';

/** A process that goes to a person does so soon; a worker may come before. */
const LOOKS_MS = [150, 300, 600, 1_200, 2_400, 4_800];

/** Starts a process, goes to the tasks, and offers the first that comes of it. */
export function useStart(
  process: ProcessDefinitionResult,
  onStarted: () => void,
): {
  readonly isBusy: boolean;
  readonly problem: ApiProblem | null;
  start(variables: Readonly<Record<string, unknown>>, businessId?: string): void;
} {
  const { processes } = useTexts().tasklist;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const name = process.name ?? process.processDefinitionId;
  const action = useAction(createProcessInstance, {
    onDone: (created) => {
      onStarted();
      notify({ kind: 'success', title: processes.started(name), text: processes.waiting });
      void navigate({ to: '/tasklist', search: {} });
      void offerFirstTask(created);
    },
  });

  const offerFirstTask = async ({ processInstanceKey }: CreateProcessInstanceResult) => {
    for (const delayMs of LOOKS_MS) {
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      const task = await firstTaskOf(processInstanceKey);
      if (task === undefined) continue;
      void queries.invalidateQueries({ predicate: isLiveQuery });
      const href = `/tasklist/${task.userTaskKey}`;
      notify({
        kind: 'success',
        title: processes.firstTask(taskNameOf(task)),
        link: { href, text: processes.openTask },
      });
      return;
    }
    const href = `/operate/processes/${processInstanceKey}`;
    const link = { href, text: processes.openInstance };
    notify({ kind: 'info', title: processes.noTask(name), text: processes.noTaskHelp, link });
  };

  return {
    isBusy: action.isPending,
    problem: action.error,
    start: (variables, businessId) =>
      action.mutate({
        body: {
          processDefinitionKey: process.processDefinitionKey,
          variables,
          ...(businessId === undefined ? {} : { businessId }),
        },
      }),
  };
}

/** A called process may have it. */
async function firstTaskOf(processInstanceKey: string) {
  try {
    const { items } = await call(searchUserTasks, {
      body: { filter: { processInstanceKey, state: 'CREATED' }, page: { limit: 1 } },
    });
    return items[0];
  } catch {
    // The server is away for a moment: looked for again.
    return undefined;
  }
}
