import { useMemo, useRef, useState } from 'react';
import { notify } from '../../app/notifications.ts';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { DraftedForm } from '../form/drafted-form.tsx';
import { type FormSchema, parseFormSchema } from '../form/form-schema.ts';
import { type FormValues, withDocuments } from '../form/form-values.ts';
import type { FormHandle } from '../form/form-view.tsx';
import { useFormDraft } from '../form/use-form-draft.ts';
import { useFormVariables } from '../form/use-form-variables.ts';
import { useTaskForm } from '../form/use-task-form.ts';
import { useUpload } from '../form/use-upload.ts';
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
  if (form.error?.isNotFound === true || (text !== undefined && schema === undefined)) {
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
  const handle = useRef<FormHandle>(null);
  const upload = useUpload();
  const [wrongFields, setWrongFields] = useState(0);
  const isDone = task.state === 'COMPLETED' || task.state === 'CANCELED';
  const draft = useFormDraft(`task.${task.userTaskKey}`, data, isDone);
  const { completion, change, complete } = useCompletion(task, () => {
    draft.forget();
    notify({ kind: 'success', title: work.completed(taskNameOf(task)) });
    onDone();
  });
  const isRunning = completion.step === 'uploading' || completion.step === 'completing';

  const submit = async () => {
    if (isReadOnly || isRunning) return;
    const submission = handle.current?.submit();
    if (submission === undefined) return;
    setWrongFields(submission.wrongFields);
    if (submission.wrongFields > 0) return change({ step: 'idle' });
    const { processDefinitionId, processInstanceKey } = task;
    const uploaded = await upload(submission.files, {
      metadata: { processDefinitionId, processInstanceKey },
      onProgress: (fileName, share) => change({ step: 'uploading', fileName, share }),
    });
    if (uploaded === undefined) return;
    const { documents, failures } = uploaded;
    if (failures.length > 0) {
      const reason = failures.map(({ fileName, problem }) => work.uploadFailed(fileName, problem.message));
      return change({ step: 'failed', failure: { kind: 'other', reason: reason.join('\n') } });
    }
    await complete(withDocuments(submission.data, documents));
  };

  return (
    <>
      <DraftedForm
        schema={schema}
        draft={draft}
        isReadOnly={isReadOnly}
        isRunning={isRunning}
        handle={handle}
        onSubmit={() => void submit()}
      />
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
