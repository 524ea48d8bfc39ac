import { Button, InlineLoading } from '@carbon/react';
import { useRef, useState } from 'react';
import type { ProcessDefinitionResult } from '../../api/gen/api.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { DraftedForm } from '../form/drafted-form.tsx';
import type { FormSchema } from '../form/form-schema.ts';
import { withDocuments } from '../form/form-values.ts';
import type { FormHandle } from '../form/form-view.tsx';
import type { UploadResult } from '../form/upload-files.ts';
import { useFormDraft } from '../form/use-form-draft.ts';
import { useUpload } from '../form/use-upload.ts';
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
  const upload = useUpload();
  const draft = useFormDraft(`start.${process.processDefinitionId}`, noData);
  const [wrongFields, setWrongFields] = useState(0);
  const [uploading, setUploading] = useState<string>();
  const [failures, setFailures] = useState<UploadResult['failures']>([]);
  const { isBusy, problem, start } = useStart(process, draft.forget);
  const isRunning = isBusy || uploading !== undefined;
  const submit = async () => {
    if (isRunning) return;
    const submission = handle.current?.submit();
    if (submission === undefined) return;
    setWrongFields(submission.wrongFields);
    setFailures([]);
    if (submission.wrongFields > 0) return;
    const { processDefinitionId } = process;
    const uploaded = await upload(submission.files, { metadata: { processDefinitionId }, onProgress: setUploading });
    if (uploaded === undefined) return;
    setUploading(undefined);
    setFailures(uploaded.failures);
    if (uploaded.failures.length === 0) start(withDocuments(submission.data, uploaded.documents));
  };
  return (
    <>
      <DraftedForm
        schema={schema}
        draft={draft}
        isReadOnly={false}
        isRunning={isRunning}
        handle={handle}
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
          {isRunning && <InlineLoading description={uploading ?? ''} />}
        </div>
      </div>
    </>
  );
}
