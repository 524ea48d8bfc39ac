import { Button } from '@carbon/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { notify } from '../../app/notifications.ts';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { type FormSchema, parseFormSchema } from '../form/form-schema.ts';
import { type FormValues, withDocuments } from '../form/form-values.ts';
import { type FormHandle, FormView } from '../form/form-view.tsx';
import { uploadFiles } from '../form/upload-files.ts';
import { useFormDraft } from '../form/use-form-draft.ts';
import { useFormVariables } from '../form/use-form-variables.ts';
import { useTaskForm } from '../form/use-task-form.ts';
import { taskNameOf } from '../list/task-name.ts';
import { CompletionBar } from './completion-bar.tsx';
import type { WorkProps } from './task-work.tsx';
import { useCompletion } from './use-completion.ts';
import { VariablesWork } from './variables-work.tsx';

/** A task with a form. When the form cannot be had, there are still the variables. */
export function FormWork(props: WorkProps) {
  const { task } = props;
  const { work } = useTexts().tasklist;
  const form = useTaskForm(task);
  const text = form.data?.schema;
  const schema = useMemo(() => schemaOf(text), [text]);
  const variables = useFormVariables(task.userTaskKey, schema);
  if (form.error?.status === 404 || (text !== undefined && schema === undefined)) {
    return (
      <>
        <p className="work-notice" role="alert">
          <strong>{work.formFailed}.</strong> {work.formFailedHelp}
        </p>
        <VariablesWork {...props} />
      </>
    );
  }
  if (form.error !== null && form.data === undefined) {
    return <ProblemNotice problem={form.error} onRetry={() => void form.refetch()} />;
  }
  if (variables.problem !== null && variables.data === undefined) {
    return <ProblemNotice problem={variables.problem} onRetry={variables.retry} />;
  }
  if (schema === undefined || variables.data === undefined) return <PageSkeleton />;
  return <OpenFormWork {...props} schema={schema} data={variables.data} />;
}

function OpenFormWork({
  task,
  isReadOnly,
  onDone,
  schema,
  data,
}: WorkProps & { readonly schema: FormSchema; readonly data: FormValues }) {
  const { work } = useTexts().tasklist;
  const draftName = `task.${task.userTaskKey}`;
  const handle = useRef<FormHandle>(null);
  const uploads = useRef<AbortController>(undefined);
  const [wrongFields, setWrongFields] = useState(0);
  const isDone = task.state === 'COMPLETED' || task.state === 'CANCELED';
  const draft = useFormDraft(draftName, data, isDone);
  const { completion, change, complete } = useCompletion(task, () => {
    draft.forget();
    notify({ kind: 'success', title: work.completed(taskNameOf(task)) });
    onDone();
  });
  useEffect(() => () => uploads.current?.abort(), []);
  const isRunning = completion.step === 'uploading' || completion.step === 'completing';

  const submit = async () => {
    if (isReadOnly || isRunning) return;
    const submission = handle.current?.submit();
    if (submission === undefined) return;
    setWrongFields(submission.wrongFields);
    if (submission.wrongFields > 0) return change({ step: 'idle' });
    let documents: Awaited<ReturnType<typeof uploadFiles>>['documents'] = new Map();
    if (submission.files.size > 0) {
      const { processDefinitionId, processInstanceKey } = task;
      uploads.current = new AbortController();
      try {
        const result = await uploadFiles(submission.files, {
          metadata: { processDefinitionId, processInstanceKey },
          signal: uploads.current.signal,
          onProgress: (fileName, share) => change({ step: 'uploading', fileName, share }),
        });
        if (result.failures.length > 0) {
          const reason = result.failures.map(({ fileName, problem }) => work.uploadFailed(fileName, problem.message));
          return change({ step: 'failed', failure: { kind: 'other', reason: reason.join('\n') } });
        }
        documents = result.documents;
      } catch (error) {
        // The task was left meanwhile.
        if (uploads.current.signal.aborted) return;
        throw error;
      }
    }
    await complete(withDocuments(submission.data, documents));
  };

  return (
    <>
      {draft.isRestored && (
        <p className="work-notice" role="status">
          <strong>{work.draftRestored}.</strong> {draft.hadFiles && work.draftFiles}
          <Button size="sm" kind="ghost" onClick={draft.discard}>
            {work.discardDraft}
          </Button>
        </p>
      )}
      <FormView
        key={draft.version}
        schema={schema}
        data={draft.data}
        isReadOnly={isReadOnly || isRunning}
        handle={handle}
        onReady={draft.start}
        onLeave={draft.leave}
        onChange={() => {
          if (!isReadOnly) draft.keep(() => handle.current?.input());
        }}
        onSubmit={() => void submit()}
      />
      {!draft.isKept && <p className="work-notice">{work.draftTooBig}</p>}
      <CompletionBar
        completion={completion}
        isBusyElsewhere={task.state === 'COMPLETING' && completion.step !== 'completing'}
        isReadOnly={isReadOnly}
        wrongFields={wrongFields}
        input={() => handle.current?.input()}
        onComplete={() => void submit()}
      />
    </>
  );
}

function schemaOf(text: string | undefined): FormSchema | undefined {
  if (text === undefined) return undefined;
  try {
    return parseFormSchema(text);
  } catch {
    // Told in place of the form.
    return undefined;
  }
}
