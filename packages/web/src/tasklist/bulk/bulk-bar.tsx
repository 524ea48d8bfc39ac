import { Close } from '@carbon/icons-react';
import { Button, Checkbox, IconButton, ProgressBar } from '@carbon/react';
import { useState } from 'react';
import type { UserTaskResult } from '../../api/gen/api.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { AssignDialog } from '../detail/assign-dialog.tsx';
import { taskNameOf } from '../list/task-name.ts';
import { type BulkRun, useBulk } from './use-bulk.ts';

export interface BulkBarProps {
  /** Those that are loaded. */
  readonly tasks: readonly UserTaskResult[];
  readonly selected: ReadonlySet<string>;
  onSelect(selected: ReadonlySet<string>): void;
}

/** What can be done with the selected tasks at once, and what came of it. */
export function BulkBar({ tasks, selected, onSelect }: BulkBarProps) {
  const { tasklist, parts } = useTexts();
  const { bulk, list } = tasklist;
  const { run, start, undo, close } = useBulk();
  const [isAssigning, setAssigning] = useState(false);
  // Tasks leave the list while they are worked on: those chosen at first stay known.
  const [known] = useState(() => new Map<string, UserTaskResult>());
  for (const task of tasks) known.set(task.userTaskKey, task);
  const chosen = [...selected].flatMap((key) => known.get(key) ?? []);
  const isRunning = run !== undefined && !run.isDone;
  const leave = () => {
    close();
    onSelect(new Set());
  };
  return (
    <section className="bulk-bar" aria-label={bulk.label}>
      <div className="bulk-head">
        <Checkbox
          id="select-shown"
          labelText={list.selectShown}
          hideLabel
          checked={selected.size >= tasks.length}
          indeterminate={selected.size < tasks.length}
          onChange={(_, { checked }) => onSelect(new Set(checked ? tasks.map(({ userTaskKey }) => userTaskKey) : []))}
        />
        <strong aria-live="polite">{parts.selected(selected.size)}</strong>
        <IconButton label={bulk.clear} kind="ghost" size="sm" align="top-end" disabled={isRunning} onClick={leave}>
          <Close />
        </IconButton>
      </div>
      {run === undefined ? (
        <div className="bulk-actions">
          <Button size="sm" kind="tertiary" onClick={() => void start('claim', chosen)}>
            {bulk.claim}
          </Button>
          <Button size="sm" kind="tertiary" onClick={() => void start('unassign', chosen)}>
            {bulk.unassign}
          </Button>
          <Button size="sm" kind="tertiary" onClick={() => setAssigning(true)}>
            {bulk.assignTo}
          </Button>
          <Button size="sm" kind="tertiary" onClick={() => void start('complete', chosen)}>
            {bulk.complete}
          </Button>
        </div>
      ) : (
        <Outcome run={run} onUndo={() => void undo()} onClose={leave} />
      )}
      {isAssigning && (
        <AssignDialog
          title={parts.selected(selected.size)}
          candidates={[...new Set(chosen.flatMap(({ candidateUsers }) => candidateUsers))]}
          onAssign={(assignee) => void start('assign', chosen, assignee)}
          onClose={() => setAssigning(false)}
        />
      )}
    </section>
  );
}

function Outcome({ run, onUndo, onClose }: { readonly run: BulkRun; onUndo(): void; onClose(): void }) {
  const { tasklist, parts } = useTexts();
  const { bulk } = tasklist;
  const { action, plan, results, isDone } = run;
  const failed = results.filter(({ problem }) => problem !== undefined);
  const done = results.length - failed.length;
  if (!isDone) {
    return (
      <ProgressBar
        label={bulk.running[action]}
        helperText={bulk.progress(results.length, plan.tasks.length)}
        value={results.length}
        max={Math.max(1, plan.tasks.length)}
        size="small"
      />
    );
  }
  return (
    <div className="bulk-outcome" role="status">
      <p>{bulk.done[action](done)}</p>
      {failed.length > 0 && (
        <details open>
          <summary>{bulk.failed(failed.length)}</summary>
          <ul>
            {failed.map(({ task, problem }) => (
              <li key={task.userTaskKey}>
                <strong>{taskNameOf(task)}</strong> {problem}
              </li>
            ))}
          </ul>
        </details>
      )}
      {plan.leftOut.length > 0 && (
        <details>
          <summary>{bulk.leftOut(plan.leftOut.length)}</summary>
          <ul>
            {plan.leftOut.map(({ task, reason }) => (
              <li key={task.userTaskKey}>
                <strong>{taskNameOf(task)}</strong> {task.businessId ?? ''} {bulk.reasons[reason]}
              </li>
            ))}
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
