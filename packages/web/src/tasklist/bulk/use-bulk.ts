import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';
import {
  assignUserTask,
  completeUserTask,
  getUserTaskForm,
  type UserTaskResult,
  type UserTaskSearchQuery,
  unassignUserTask,
} from '../../api/gen/api.ts';
import { isLiveQuery } from '../../api/live-changes.ts';
import { apiQuery } from '../../api/use-api.ts';
import { useSession } from '../../app/session.ts';
import { needsInput, parseFormSchema } from '../form/form-schema.ts';
import { type BulkAction, type BulkPlan, bulkPlanOf, type FormReason } from './bulk-plan.ts';
import { collectTasks } from './collect-tasks.ts';

/** Requests on their way at a time: quick, and room for others. */
const PARALLEL_MAX = 6;
/** Nobody reads faster, and thousands of results are not drawn one by one. */
const TELL_MS = 100;

export interface BulkResult {
  readonly task: UserTaskResult;
  /** Absent = it worked. */
  readonly problem?: Error;
}

/** What is to be worked on: tasks, or all results of a search except some. */
export type BulkTarget =
  | { readonly tasks: readonly UserTaskResult[] }
  | { readonly query: UserTaskSearchQuery; readonly except: ReadonlySet<string> };

export type BulkRun =
  | { readonly step: 'collecting'; readonly found: number }
  | { readonly step: 'failed'; readonly problem: Error }
  | {
      readonly step: 'working' | 'done';
      readonly action: BulkAction;
      readonly plan: BulkPlan;
      readonly results: readonly BulkResult[];
      /** Why forms could not be read, so that their tasks were left out. */
      readonly formProblem: Error | undefined;
      /** Whether the search had more than are worked on at a time. */
      readonly isMore: boolean;
    };

type Work = Extract<BulkRun, { plan: BulkPlan }>;

/** Does the same with many tasks, one request each, and says what came of each. */
export function useBulk(): {
  readonly run: BulkRun | undefined;
  start(action: BulkAction, target: BulkTarget, assignee?: string): Promise<void>;
  /** Nothing more is begun; what is done stays done. */
  stop(): void;
  /** Gives back what was claimed. */
  undo(): Promise<void>;
  close(): void;
} {
  const { username } = useSession();
  const queries = useQueryClient();
  const [run, setRun] = useState<BulkRun>();
  const present = useRef(new AbortController());
  // Who leaves the page stops it: nobody would see what becomes of it.
  useEffect(() => () => present.current.abort(), []);

  const execute = async (work: Omit<Work, 'step' | 'results'>, assignee: string) => {
    const { signal } = present.current;
    const results: BulkResult[] = [];
    const waiting = [...work.plan.tasks];
    let toldAt = 0;
    const tell = (step: Work['step']) => setRun({ ...work, step, results: [...results] });
    tell('working');
    const take = async () => {
      for (let task = waiting.shift(); task !== undefined && !signal.aborted; task = waiting.shift()) {
        results.push(await resultOf(task, work.action, assignee));
        if (Date.now() - toldAt < TELL_MS) continue;
        toldAt = Date.now();
        tell('working');
      }
    };
    await Promise.all(Array.from({ length: PARALLEL_MAX }, take));
    tell('done');
    await queries.invalidateQueries({ predicate: isLiveQuery });
  };

  return {
    run,
    start: async (action, target, assignee = username) => {
      present.current = new AbortController();
      const { signal } = present.current;
      try {
        const { tasks, isMore } =
          'tasks' in target
            ? { ...target, isMore: false }
            : await collectTasks(target.query, {
                except: target.except,
                signal,
                onProgress: (found) => setRun({ step: 'collecting', found }),
              });
        const { reasonOf, problem: formProblem } = await formsOf(action, tasks, { username, queries, signal });
        const plan = bulkPlanOf(action, tasks, username, reasonOf);
        await execute({ action, plan, formProblem, isMore }, assignee);
      } catch (error) {
        if (signal.aborted) setRun(undefined);
        else setRun({ step: 'failed', problem: error instanceof Error ? error : new Error(String(error)) });
      }
    },
    stop: () => present.current.abort(),
    undo: async () => {
      if (run === undefined || !('results' in run)) return;
      present.current = new AbortController();
      const tasks = run.results.flatMap(({ task, problem }) => (problem === undefined ? [task] : []));
      await execute(
        { action: 'unassign', plan: { tasks, leftOut: [] }, formProblem: undefined, isMore: false },
        username,
      );
    },
    close: () => setRun(undefined),
  };
}

/** Looks at every form once. One that cannot be read is not passed over: its tasks are left out, and it is said why. */
async function formsOf(
  action: BulkAction,
  tasks: readonly UserTaskResult[],
  { username, queries, signal }: { username: string; queries: QueryClient; signal: AbortSignal },
): Promise<{ reasonOf(task: UserTaskResult): FormReason | undefined; readonly problem: Error | undefined }> {
  const reasons = new Map<string, FormReason | undefined>();
  let problem: Error | undefined;
  for (const { formKey, userTaskKey, assignee } of action === 'complete' ? tasks : []) {
    if (formKey === null || reasons.has(formKey) || assignee !== username) continue;
    signal.throwIfAborted();
    try {
      const { schema } = await queries.fetchQuery(apiQuery(getUserTaskForm, { path: { userTaskKey } }));
      reasons.set(formKey, needsInput(parseFormSchema(schema)) ? 'needsInput' : undefined);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      problem ??= error;
      reasons.set(formKey, 'formUnread');
    }
  }
  const reasonOf = ({ formKey, externalFormReference }: UserTaskResult) => {
    if (formKey !== null) return reasons.get(formKey);
    return externalFormReference === null ? undefined : ('needsInput' as const);
  };
  return { reasonOf, problem };
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
    return { task, problem: error };
  }
}
