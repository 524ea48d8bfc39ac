import { useDeferredValue, useState } from 'react';
import { call } from '../../api/call.ts';
import { getVariable } from '../../api/gen/api.ts';
import { notify } from '../../app/notifications.ts';
import { jsonForRequest } from '../../parts/json/parse-json.ts';
import { scanJson } from '../../parts/json/scan-json.ts';
import { useVariableDrafts } from '../../parts/variables/variable-drafts.ts';
import { VariableTable } from '../../parts/variables/variable-table.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { taskNameOf } from '../list/task-name.ts';
import { CompletionBar } from './completion-bar.tsx';
import type { WorkProps } from './task-work.tsx';
import { useCompletion } from './use-completion.ts';
import { useTaskVariables } from './use-task-variables.ts';

/** A task without a form: its variables, to read, to change and to add to. What is changed goes with the completion. */
export function VariablesWork({ task, isReadOnly, onDone }: WorkProps) {
  const { work, variables: texts } = useTexts().tasklist;
  const [nameFilter, setNameFilter] = useState('');
  const variables = useTaskVariables(task, useDeferredValue(nameFilter.trim()));
  const drafts = useVariableDrafts(`task.${task.userTaskKey}`);
  const [wrongFields, setWrongFields] = useState(0);
  const { completion, change, complete } = useCompletion(task, () => {
    drafts.discard(drafts.names);
    notify({ kind: 'success', title: work.completed(taskNameOf(task)) });
    onDone();
  });
  const isRunning = completion.step === 'completing';
  const submit = () => {
    const wrong = drafts.names.filter((name) => scanJson(drafts.drafts[name]!.text) !== undefined);
    setWrongFields(wrong.length);
    if (wrong.length > 0) return change({ step: 'idle' });
    void complete(Object.fromEntries(drafts.names.map((name) => [name, jsonForRequest(drafts.drafts[name]!.text)])));
  };
  return (
    <div className="variables-work">
      <VariableTable
        label={texts.title}
        variables={variables}
        loadWhole={async ({ variableKey }) => (await call(getVariable, { path: { variableKey } })).value}
        drafts={drafts}
        isEditable={!isReadOnly && !isRunning}
        nameFilter={nameFilter}
        onNameFilter={setNameFilter}
        emptyText={isReadOnly ? texts.none : texts.noneHelp}
        hasPageKeys={false}
      />
      <CompletionBar
        completion={completion}
        isBusyElsewhere={task.state === 'COMPLETING' && !isRunning}
        isReadOnly={isReadOnly}
        wrongFields={wrongFields}
        input={() => Object.fromEntries(drafts.names.map((name) => [name, drafts.drafts[name]!.text]))}
        onComplete={submit}
      />
    </div>
  );
}
