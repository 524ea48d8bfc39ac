import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';
import {
  assignUserTask,
  completeUserTask,
  getUserTaskForm,
  type UserTaskResult,
  unassignUserTask,
} from '../../api/gen/api.ts';
import { isLiveQuery } from '../../api/live-changes.ts';
import { apiQuery } from '../../api/use-api.ts';
import { useSession } from '../../app/session.ts';
import { needsInput, parseFormSchema } from '../form/form-schema.ts';
import { type BulkAction, type BulkPlan, bulkPlanOf } from './bulk-plan.ts';

/** Requests on their way at a time: quick, and room for others. */
const PARALLEL_MAX = 6;

export interface BulkResult {
  readonly task: UserTaskResult;
  /** Absent = it worked. */
  readonly problem?: string;
}

export interface BulkRun {
  readonly action: BulkAction;
  readonly plan: BulkPlan;
  readonly results: readonly BulkResult[];
  readonly isDone: boolean;
}

/** Does the same with many tasks, one request each, and says what came of each. */
export function useBulk(): {
  readonly run: BulkRun | undefined;
  start(action: BulkAction, selected: readonly UserTaskResult[], assignee?: string): Promise<void>;
  /** Gives back what was claimed. */
  undo(): Promise<void>;
  close(): void;
} {
  const { username } = useSession();
  const queries = useQueryClient();
  const [run, setRun] = useState<BulkRun>();

  const execute = async (action: BulkAction, plan: BulkPlan, assignee: string) => {
    const results: BulkResult[] = [];
    const waiting = [...plan.tasks];
    setRun({ action, plan, results, isDone: false });
    const work = async () => {
      for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
        results.push(await resultOf(task, action, assignee));
        setRun({ action, plan, results: [...results], isDone: false });
      }
    };
    await Promise.all(Array.from({ length: PARALLEL_MAX }, work));
    setRun({ action, plan, results: [...results], isDone: true });
    await queries.invalidateQueries({ predicate: isLiveQuery });
  };

  return {
    run,
    start: async (action, selected, assignee = username) => {
      const forms = new Map<string, boolean>();
      if (action === 'complete') {
        for (const task of selected) {
          const { formKey, userTaskKey } = task;
          if (formKey === null || forms.has(formKey) || task.assignee !== username) continue;
          // A form that cannot be read is not passed over.
          forms.set(formKey, true);
          const form = await queries
            .fetchQuery(apiQuery(getUserTaskForm, { path: { userTaskKey } }))
            .catch(() => undefined);
          if (form !== undefined) forms.set(formKey, needsInput(parseFormSchema(form.schema)));
        }
      }
      const asks = ({ formKey, externalFormReference }: UserTaskResult) =>
        formKey === null ? externalFormReference !== null : forms.get(formKey) !== false;
      await execute(action, bulkPlanOf(action, selected, username, asks), assignee);
    },
    undo: async () => {
      if (run === undefined) return;
      const tasks = run.results.flatMap(({ task, problem }) => (problem === undefined ? [task] : []));
      await execute('unassign', { tasks, leftOut: [] }, '');
    },
    close: () => setRun(undefined),
  };
}

async function resultOf(task: UserTaskResult, action: BulkAction, assignee: string): Promise<BulkResult> {
  const path = { userTaskKey: task.userTaskKey };
  try {
    if (action === 'unassign') await call(unassignUserTask, { path });
    else if (action === 'complete') await call(completeUserTask, { path, body: {} });
    else await call(assignUserTask, { path, body: { assignee, allowOverride: action === 'assign' } });
    return { task };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return { task, problem: error.message };
  }
}
