import { Button, InlineLoading } from '@carbon/react';
import { useRef, useState } from 'react';
import type { ProcessDefinitionResult } from '../../api/gen/api.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import type { FormSchema } from '../form/form-schema.ts';
import { withDocuments } from '../form/form-values.ts';
import { type FormHandle, FormView } from '../form/form-view.tsx';
import { type UploadResult, uploadFiles } from '../form/upload-files.ts';
import { useFormDraft } from '../form/use-form-draft.ts';
import { useStart } from './use-start.ts';

const noData = {};

/** What a process asks for to start. */
export function StartForm({
  process,
  schema,
}: {
  readonly process: ProcessDefinitionResult;
  readonly schema: FormSchema;
}) {
  const { processes, work } = useTexts().tasklist;
  const handle = useRef<FormHandle>(null);
  const draft = useFormDraft(`start.${process.processDefinitionId}`, noData);
  const [wrongFields, setWrongFields] = useState(0);
  const [upload, setUpload] = useState<string>();
  const [failures, setFailures] = useState<UploadResult['failures']>([]);
  const { isBusy, problem, start } = useStart(process, draft.forget);
  const isRunning = isBusy || upload !== undefined;
  const submit = async () => {
    if (isRunning) return;
    const submission = handle.current?.submit();
    if (submission === undefined) return;
    setWrongFields(submission.wrongFields);
    setFailures([]);
    if (submission.wrongFields > 0) return;
    const { processDefinitionId } = process;
    const { documents, failures: failed } = await uploadFiles(submission.files, {
      metadata: { processDefinitionId },
      signal: new AbortController().signal,
      onProgress: (fileName) => setUpload(fileName),
    });
    setUpload(undefined);
    setFailures(failed);
    if (failed.length === 0) start(withDocuments(submission.data, documents));
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
        isReadOnly={isRunning}
        handle={handle}
        onReady={draft.start}
        onLeave={draft.leave}
        onChange={() => draft.keep(() => handle.current?.input())}
        onSubmit={() => void submit()}
      />
      {problem !== null && <ProblemNotice problem={problem} />}
      <div className="completion-bar">
        <div aria-live="assertive">
          {wrongFields > 0 && <p className="completion-wrong">{work.invalid(wrongFields)}</p>}
          {failures.map(({ fileName, problem: failure }) => (
            <p key={fileName} className="completion-wrong">
              {work.uploadFailed(fileName, failure.message)}
            </p>
          ))}
        </div>
        <div className="completion-actions">
          <Button size="md" disabled={isRunning} onClick={() => void submit()}>
            {processes.start}
          </Button>
          {isRunning && <InlineLoading description={upload ?? ''} />}
        </div>
      </div>
    </>
  );
}
