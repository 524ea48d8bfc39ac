import { Button } from '@carbon/react';
import type { RefObject } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import type { FormSchema } from './form-schema.ts';
import { type FormHandle, FormView } from './form-view.tsx';
import type { FormDraft } from './use-form-draft.ts';

export interface DraftedFormProps {
  readonly schema: FormSchema;
  readonly draft: FormDraft;
  /** Only to be looked at. */
  readonly isReadOnly: boolean;
  /** What was entered is on its way. */
  readonly isRunning: boolean;
  readonly handle: RefObject<FormHandle | null>;
  onSubmit(): void;
}

/** A form whose input is kept until it is sent. */
export function DraftedForm({ schema, draft, isReadOnly, isRunning, handle, onSubmit }: DraftedFormProps) {
  const { work } = useTexts().tasklist;
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
        onSubmit={onSubmit}
      />
      {!draft.isKept && <p className="work-notice">{work.draftTooBig}</p>}
    </>
  );
}
