import { WarningFilled } from '@carbon/icons-react';
import { Button, InlineLoading } from '@carbon/react';
import { useFormats, useTexts } from '../../texts/use-texts.ts';
import type { CompletionFailure } from './completion-failure.ts';
import type { Completion } from './use-completion.ts';

export interface CompletionBarProps {
  readonly completion: Completion;
  /** A listener is busy with the task, whoever completed it. */
  readonly isBusyElsewhere: boolean;
  readonly isReadOnly: boolean;
  /** Fields that were wrong at the last try. */
  readonly wrongFields: number;
  /** What was entered, for who was too late. */
  input(): unknown;
  onComplete(): void;
}

/** The button that ends it all, and what came of pressing it. */
export function CompletionBar(props: CompletionBarProps) {
  const { completion, isBusyElsewhere, isReadOnly, wrongFields, onComplete } = props;
  const { work } = useTexts().tasklist;
  const isCompleting = completion.step === 'completing' || isBusyElsewhere;
  const isRunning = isCompleting || completion.step === 'uploading';
  return (
    <div className="completion-bar">
      <div aria-live="assertive" className="completion-state">
        {completion.step === 'failed' && !isBusyElsewhere && (
          <Failure failure={completion.failure} input={props.input} />
        )}
        {wrongFields > 0 && completion.step === 'idle' && (
          <p className="completion-wrong">{work.invalid(wrongFields)}</p>
        )}
      </div>
      {(!isReadOnly || isBusyElsewhere) && (
        <div className="completion-actions">
          <Button size="md" disabled={isRunning || isReadOnly} onClick={onComplete}>
            {work.complete}
          </Button>
          <span aria-live="polite">
            {completion.step === 'uploading' && <Uploading {...completion} />}
            {isCompleting && (
              <InlineLoading
                description={
                  isBusyElsewhere || (completion.step === 'completing' && completion.isLong)
                    ? work.completingLong
                    : work.completing
                }
              />
            )}
          </span>
        </div>
      )}
    </div>
  );
}

function Uploading({ fileName, share }: { readonly fileName: string; readonly share: number }) {
  const { work } = useTexts().tasklist;
  const formats = useFormats();
  return <InlineLoading description={work.uploading(fileName, formats.percent(share))} />;
}

function Failure({ failure, input }: { readonly failure: CompletionFailure; input(): unknown }) {
  const { work } = useTexts().tasklist;
  const { title, help } = {
    denied: { title: work.denied, help: work.deniedHelp },
    conflict: { title: work.conflict, help: work.conflictHelp },
    lost: { title: work.failed, help: work.failedHelp },
    other: { title: work.failed, help: work.failedHelp },
  }[failure.kind];
  return (
    <div className="completion-failure" role="alert">
      <h3>
        <WarningFilled size={16} aria-hidden="true" /> {title}
      </h3>
      {failure.reason !== '' && <p className="completion-reason">{failure.reason}</p>}
      <p>{help}</p>
      {failure.kind === 'conflict' && (
        <Button
          size="sm"
          kind="ghost"
          onClick={() => void navigator.clipboard.writeText(JSON.stringify(input(), undefined, 2))}
        >
          {work.copyInput}
        </Button>
      )}
    </div>
  );
}
