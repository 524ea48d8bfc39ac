import { Close } from '@carbon/icons-react';
import { Button, Checkbox, IconButton, ProgressBar } from '@carbon/react';
import { type ReactNode, useState } from 'react';
import type { UserTaskResult, UserTaskSearchQuery } from '../../api/gen/api.ts';
import type { SearchPages } from '../../api/use-api.ts';
import { problemText } from '../../parts/problem-words.ts';
import { noSelection, type Selection, selectedCount } from '../../parts/selection.ts';
import type { Texts } from '../../texts/language.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { AssignDialog } from '../detail/assign-dialog.tsx';
import { taskNameOf } from '../list/task-name.ts';
import { TASKS_MAX } from './collect-tasks.ts';
import { type BulkResult, type BulkRun, type BulkTarget, useBulk } from './use-bulk.ts';

export interface BulkBarProps {
  readonly tasks: SearchPages<UserTaskResult>;
  /** What they are the results of. */
  readonly query: UserTaskSearchQuery;
  readonly selection: Selection;
  onSelection(selection: Selection): void;
}

/** More are counted, not listed. */
const LISTED_MAX = 50;

/** What can be done with the selected tasks at once, and what came of it. */
export function BulkBar({ tasks, query, selection, onSelection }: BulkBarProps) {
  const { tasklist, parts } = useTexts();
  const { bulk, list } = tasklist;
  const { run, start, stop, undo, close } = useBulk();
  const [isAssigning, setAssigning] = useState(false);
  // Tasks leave the list while they are worked on: those chosen at first stay known, and so does their number.
  const [known] = useState(() => new Map<string, UserTaskResult>());
  for (const task of tasks.items) known.set(task.userTaskKey, task);
  const { isAll, ids } = selection;
  const total = tasks.total ?? tasks.items.length;
  const count = selectedCount(selection, total);
  const chosen = isAll ? tasks.items : [...ids].flatMap((key) => known.get(key) ?? []);
  const target: BulkTarget = isAll ? { query, except: ids } : { tasks: chosen };
  const isRunning = run?.step === 'collecting' || run?.step === 'working';
  const areAllLoaded = !tasks.hasMore;
  const leave = () => {
    close();
    onSelection(noSelection);
  };
  return (
    <section className="bulk-bar" aria-label={bulk.label}>
      <div className="bulk-head">
        <Checkbox
          id="select-shown"
          labelText={list.selectShown}
          hideLabel
          disabled={isRunning}
          checked={isAll ? ids.size === 0 : ids.size >= tasks.items.length}
          indeterminate={isAll ? ids.size > 0 : ids.size < tasks.items.length}
          onChange={(_, { checked }) =>
            onSelection(
              checked ? { isAll: false, ids: new Set(tasks.items.map(({ userTaskKey }) => userTaskKey)) } : noSelection,
            )
          }
        />
        <strong aria-live="polite">
          {isAll && tasks.isTotalMore ? list.count(count, true) : parts.selected(count)}
        </strong>
        <IconButton label={bulk.clear} kind="ghost" size="sm" align="top-end" disabled={isRunning} onClick={leave}>
          <Close />
        </IconButton>
      </div>
      {run === undefined ? (
        <div className="bulk-actions">
          {!isAll && !areAllLoaded && (
            <Button size="sm" kind="ghost" onClick={() => onSelection({ isAll: true, ids: new Set() })}>
              {tasks.isTotalMore ? bulk.selectEvery : parts.selectAllResults(total)}
            </Button>
          )}
          <Button size="sm" kind="tertiary" onClick={() => void start('claim', target)}>
            {bulk.claim}
          </Button>
          <Button size="sm" kind="tertiary" onClick={() => void start('unassign', target)}>
            {bulk.unassign}
          </Button>
          <Button size="sm" kind="tertiary" onClick={() => setAssigning(true)}>
            {bulk.assignTo}
          </Button>
          <Button size="sm" kind="tertiary" onClick={() => void start('complete', target)}>
            {bulk.complete}
          </Button>
        </div>
      ) : (
        <Outcome run={run} onStop={stop} onUndo={() => void undo()} onClose={leave} />
      )}
      {isAssigning && (
        <AssignDialog
          title={parts.selected(count)}
          candidates={[...new Set(chosen.flatMap(({ candidateUsers }) => candidateUsers))]}
          onAssign={(assignee) => void start('assign', target, assignee)}
          onClose={() => setAssigning(false)}
        />
      )}
    </section>
  );
}

interface OutcomeProps {
  readonly run: BulkRun;
  onStop(): void;
  onUndo(): void;
  onClose(): void;
}

function Outcome({ run, onStop, onUndo, onClose }: OutcomeProps) {
  const texts = useTexts();
  const { parts } = texts;
  const { bulk } = texts.tasklist;
  if (run.step === 'collecting') {
    return (
      <Progress onStop={onStop}>
        <ProgressBar label={bulk.collecting} helperText={bulk.collected(run.found)} size="small" />
      </Progress>
    );
  }
  if (run.step === 'failed') {
    return (
      <div className="bulk-outcome" role="alert">
        <p>
          <strong>{bulk.notStarted}</strong> {problemText(run.problem, texts)}
        </p>
        <div className="bulk-actions">
          <Button size="sm" kind="ghost" onClick={onClose}>
            {parts.close}
          </Button>
        </div>
      </div>
    );
  }
  const { action, plan, results, formProblem, isMore } = run;
  if (run.step === 'working') {
    return (
      <Progress onStop={onStop}>
        <ProgressBar
          label={bulk.running[action]}
          helperText={bulk.progress(results.length, plan.tasks.length)}
          value={results.length}
          max={Math.max(1, plan.tasks.length)}
          size="small"
        />
      </Progress>
    );
  }
  const failed = results.filter(({ problem }) => problem !== undefined);
  const done = results.length - failed.length;
  const notBegun = plan.tasks.length - results.length;
  return (
    <div className="bulk-outcome" role="status">
      <p>{bulk.done[action](done)}</p>
      {notBegun > 0 && <p>{bulk.stopped(notBegun)}</p>}
      {isMore && <p>{bulk.notAll(TASKS_MAX)}</p>}
      {failed.length > 0 && (
        <details open>
          <summary>{bulk.failed(failed.length)}</summary>
          <ul>
            {[...byReason(failed, texts)].slice(0, LISTED_MAX).map(([reason, [first, ...others]]) => (
              <li key={reason}>
                <strong>{taskNameOf(first)}</strong> {others.length > 0 && bulk.othersFailed(others.length)} {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
      {plan.leftOut.length > 0 && (
        <details open={formProblem !== undefined}>
          <summary>{bulk.leftOut(plan.leftOut.length)}</summary>
          <ul>
            {formProblem !== undefined && (
              <li>
                <strong>{bulk.reasons.formUnread}</strong> {problemText(formProblem, texts)}
              </li>
            )}
            {plan.leftOut.slice(0, LISTED_MAX).map(({ task, reason }) => (
              <li key={task.userTaskKey}>
                <strong>{taskNameOf(task)}</strong> {task.businessId ?? ''} {bulk.reasons[reason]}
              </li>
            ))}
            {plan.leftOut.length > LISTED_MAX && <li>{bulk.moreLeftOut(plan.leftOut.length - LISTED_MAX)}</li>}
          </ul>
        </details>
      )}
      <div className="bulk-actions">
        {action === 'claim' && done > 0 && (
          <Button size="sm" kind="tertiary" onClick={onUndo}>
            {bulk.undo}
          </Button>
        )}
        <Button size="sm" kind="ghost" onClick={onClose}>
          {parts.close}
        </Button>
      </div>
    </div>
  );
}

/** Many fail for one reason: it is said once. */
function byReason(
  failed: readonly BulkResult[],
  texts: Texts,
): ReadonlyMap<string, readonly [UserTaskResult, ...UserTaskResult[]]> {
  const tasks = new Map<string, [UserTaskResult, ...UserTaskResult[]]>();
  for (const { task, problem } of failed) {
    const reason = problem === undefined ? '' : problemText(problem, texts);
    const same = tasks.get(reason);
    if (same === undefined) tasks.set(reason, [task]);
    else same.push(task);
  }
  return tasks;
}

function Progress({ onStop, children }: { onStop(): void; readonly children: ReactNode }) {
  const { bulk } = useTexts().tasklist;
  return (
    <div className="bulk-progress">
      {children}
      <Button size="sm" kind="ghost" onClick={onStop}>
        {bulk.stop}
      </Button>
    </div>
  );
}
