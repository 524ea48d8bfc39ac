import { Add, Edit, TrashCan, Undo } from '@carbon/icons-react';
import { Button, IconButton, Search, TextArea, TextInput } from '@carbon/react';
import { useRef, useState } from 'react';
import { ApiProblem } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';
import { getVariable, searchUserTaskEffectiveVariables, type VariableSearchResult } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';
import { notify, notifyProblem } from '../../app/notifications.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { keepDraft, readDraft } from '../form/draft.ts';
import { taskNameOf } from '../list/task-name.ts';
import { CompletionBar } from './completion-bar.tsx';
import type { WorkProps } from './task-work.tsx';
import { useCompletion } from './use-completion.ts';
import { type VariableEdit, variablesOfEdits, wrongEdits } from './variable-edits.ts';

/** More are not read on one page; the filter finds the others. */
const SHOWN_MAX = 200;

/** A task without a form: its variables, to read, to change and to add to. */
export function VariablesWork({ task, isReadOnly, onDone }: WorkProps) {
  const { work, variables: texts } = useTexts().tasklist;
  const { userTaskKey } = task;
  const [filter, setFilter] = useState('');
  const found = useApi(
    searchUserTaskEffectiveVariables,
    {
      path: { userTaskKey },
      body: {
        ...(filter === '' ? {} : { filter: { name: { $like: `*${filter.replaceAll(/[*?\\]/g, '\\$&')}*` } } }),
        sort: [{ field: 'name' }],
        page: { from: 0, limit: SHOWN_MAX },
      },
    },
    { keepsPrevious: true, live: { valueTypes: ['VARIABLE'], processInstanceKey: task.processInstanceKey } },
  );
  const draftName = `variables.${userTaskKey}`;
  const [edits, setEdits] = useState<readonly VariableEdit[]>(
    () => (readDraft(draftName) as readonly VariableEdit[] | undefined) ?? [],
  );
  const lastId = useRef(edits.length);
  const [isTried, setTried] = useState(false);
  const change = (next: readonly VariableEdit[]) => {
    setEdits(next);
    keepDraft(draftName, next.length === 0 ? undefined : next);
  };
  const { completion, complete } = useCompletion(task, () => {
    keepDraft(draftName, undefined);
    notify({ kind: 'success', title: work.completed(taskNameOf(task)) });
    onDone();
  });
  const wrong = wrongEdits(edits);
  const submit = () => {
    setTried(true);
    if (wrong.size === 0) void complete(variablesOfEdits(edits));
  };
  const editOf = (name: string) => edits.find((edit) => !edit.isNew && edit.name === name);
  const edit = async (variable: VariableSearchResult) => {
    try {
      const { variableKey, isTruncated, name } = variable;
      // A shortened value is fetched whole before it can be changed.
      const value = isTruncated ? (await call(getVariable, { path: { variableKey } })).value : variable.value;
      lastId.current += 1;
      change([...edits, { id: `edit-${lastId.current}`, name, text: value, isNew: false }]);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      notifyProblem(texts.edit(variable.name), error);
    }
  };
  const add = () => {
    lastId.current += 1;
    change([...edits, { id: `new-${Date.now()}-${lastId.current}`, name: '', text: '', isNew: true }]);
  };
  if (found.isLoading) return <PageSkeleton />;
  if (found.data === undefined) {
    return found.error === null ? (
      <PageSkeleton />
    ) : (
      <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />
    );
  }
  const { items } = found.data;
  return (
    <div className="variables-work">
      <div className="variables-head">
        <h3>{texts.title}</h3>
        {(items.length > 8 || filter !== '') && (
          <Search
            size="sm"
            labelText={texts.filter}
            placeholder={texts.filter}
            value={filter}
            onChange={({ target }) => setFilter(target.value)}
          />
        )}
      </div>
      {items.length === 0 && edits.length === 0 && filter === '' && (
        <EmptyState title={texts.none} {...(isReadOnly ? {} : { text: texts.noneHelp })} />
      )}
      <dl className="variables-list">
        {items.map((variable) => {
          const edited = editOf(variable.name);
          return (
            <div key={variable.variableKey} data-edited={edited !== undefined || undefined}>
              <dt>
                <code title={variable.name}>{variable.name}</code>
              </dt>
              <dd>
                {edited === undefined ? (
                  <VariableValue variable={variable} />
                ) : (
                  <TextArea
                    id={edited.id}
                    labelText={texts.edit(variable.name)}
                    hideLabel
                    rows={edited.text.length > 80 ? 6 : 1}
                    value={edited.text}
                    invalid={wrong.has(edited.id)}
                    invalidText={texts.wrongJson}
                    onChange={({ target }) =>
                      change(edits.map((one) => (one === edited ? { ...one, text: target.value } : one)))
                    }
                  />
                )}
              </dd>
              {!isReadOnly &&
                (edited === undefined ? (
                  <IconButton
                    label={texts.edit(variable.name)}
                    kind="ghost"
                    size="sm"
                    align="left"
                    onClick={() => void edit(variable)}
                  >
                    <Edit />
                  </IconButton>
                ) : (
                  <IconButton
                    label={texts.undo}
                    kind="ghost"
                    size="sm"
                    align="left"
                    onClick={() => change(edits.filter((one) => one !== edited))}
                  >
                    <Undo />
                  </IconButton>
                ))}
            </div>
          );
        })}
      </dl>
      {edits
        .filter(({ isNew }) => isNew)
        .map((one) => (
          <div key={one.id} className="variables-new">
            <TextInput
              id={`${one.id}-name`}
              size="sm"
              labelText={texts.name}
              value={one.name}
              invalid={isTried && (one.name.trim() === '' || wrong.get(one.id) === 'name')}
              invalidText={one.name.trim() === '' ? texts.nameNeeded : texts.nameTaken}
              onChange={({ target }) =>
                change(edits.map((other) => (other === one ? { ...one, name: target.value } : other)))
              }
            />
            <TextArea
              id={`${one.id}-value`}
              rows={1}
              labelText={texts.value}
              value={one.text}
              invalid={isTried && wrong.get(one.id) === 'value'}
              invalidText={texts.wrongJson}
              onChange={({ target }) =>
                change(edits.map((other) => (other === one ? { ...one, text: target.value } : other)))
              }
            />
            <IconButton
              label={texts.remove(one.name)}
              kind="ghost"
              size="sm"
              align="left"
              onClick={() => change(edits.filter((other) => other !== one))}
            >
              <TrashCan />
            </IconButton>
          </div>
        ))}
      {!isReadOnly && (
        <Button kind="ghost" size="sm" renderIcon={Add} onClick={add}>
          {texts.add}
        </Button>
      )}
      <CompletionBar
        completion={completion}
        isBusyElsewhere={task.state === 'COMPLETING' && completion.step !== 'completing'}
        isReadOnly={isReadOnly}
        wrongFields={isTried ? wrong.size : 0}
        input={() => Object.fromEntries(edits.map(({ name, text }) => [name, text]))}
        onComplete={submit}
      />
    </div>
  );
}

/** Long ones are cut; the whole is fetched when asked for. */
const SHOWN_LENGTH = 300;

function VariableValue({ variable }: { readonly variable: VariableSearchResult }) {
  const { variables: texts } = useTexts().tasklist;
  const { variableKey, value, isTruncated } = variable;
  const [isWhole, setWhole] = useState(false);
  const whole = useApi(getVariable, { path: { variableKey } }, { enabled: isWhole && isTruncated });
  const isLong = isTruncated || value.length > SHOWN_LENGTH;
  const text = isWhole ? (isTruncated ? whole.data?.value : value) : undefined;
  return (
    <>
      <code className="variable-value">{text ?? value.slice(0, SHOWN_LENGTH)}</code>
      {isLong && text === undefined && (
        <Button kind="ghost" size="sm" disabled={whole.isFetching} onClick={() => setWhole(true)}>
          {texts.showAll}
        </Button>
      )}
    </>
  );
}
