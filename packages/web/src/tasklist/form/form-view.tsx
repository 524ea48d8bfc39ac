import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import type { OpenForm, Submission } from './form-library.ts';
import { formMessage } from './form-message.ts';
import type { FormSchema } from './form-schema.ts';
import type { FormValues } from './form-values.ts';
import './form-view.scss';

export interface FormHandle {
  /** `undefined` while the form is on its way. */
  submit(): Submission | undefined;
  input(): FormValues | undefined;
}

export interface FormViewProps {
  readonly schema: FormSchema;
  /** What it shows at first; later changes of it are not taken over. */
  readonly data: FormValues;
  readonly isReadOnly: boolean;
  readonly handle: Ref<FormHandle>;
  /** It is there. Told the input before anything was entered. */
  onReady?(input: FormValues): void;
  onChange?(): void;
  onSubmit?(): void;
  /** It goes; with what is entered at the end. */
  onLeave?(input: FormValues): void;
}

/** A form as its author drew it. */
export function FormView(props: FormViewProps) {
  const { schema, isReadOnly, handle } = props;
  const { tasklist } = useTexts();
  const container = useRef<HTMLDivElement>(null);
  const opened = useRef<OpenForm>(undefined);
  const [failure, setFailure] = useState<string>();
  const [isReady, setReady] = useState(false);
  const [blocked, setBlocked] = useState<string>();
  const latest = useRef({ ...props, messages: tasklist.formMessages });
  latest.current = { ...props, messages: tasklist.formMessages };
  useImperativeHandle(handle, () => ({
    submit: () => opened.current?.submit(),
    input: () => opened.current?.input(),
  }));

  useEffect(() => {
    const place = container.current;
    if (place === null) return;
    let isGone = false;
    void (async () => {
      try {
        const { openForm } = await import('./form-library.ts');
        if (isGone) return;
        const form = await openForm(place, {
          schema,
          data: latest.current.data,
          isReadOnly: latest.current.isReadOnly,
          message: (message) => formMessage(message, latest.current.messages),
          onChange: () => latest.current.onChange?.(),
          onSubmit: () => latest.current.onSubmit?.(),
        });
        if (isGone) return form.close();
        opened.current = form;
        setReady(true);
        latest.current.onReady?.(form.input());
      } catch (error) {
        if (!isGone) setFailure(error instanceof Error ? error.message : String(error));
      }
    })();
    return () => {
      isGone = true;
      setReady(false);
      if (opened.current !== undefined) latest.current.onLeave?.(opened.current.input());
      opened.current?.close();
      opened.current = undefined;
    };
  }, [schema]);

  useEffect(() => {
    if (isReady) opened.current?.setReadOnly(isReadOnly);
  }, [isReady, isReadOnly]);

  // Pages from elsewhere are held back by the security policy of this one: better said than left empty.
  useEffect(() => {
    const onViolation = ({ violatedDirective, blockedURI }: SecurityPolicyViolationEvent) => {
      if (violatedDirective === 'frame-src') setBlocked(blockedURI);
    };
    document.addEventListener('securitypolicyviolation', onViolation);
    return () => document.removeEventListener('securitypolicyviolation', onViolation);
  }, []);

  return (
    <div className="form-view">
      {failure !== undefined && (
        <div className="problem-notice" role="alert">
          <h2>{tasklist.work.formFailed}</h2>
          <p className="problem-detail">{failure}</p>
        </div>
      )}
      {!isReady && failure === undefined && <PageSkeleton />}
      <div ref={container} hidden={failure !== undefined} />
      {blocked !== undefined && <p className="form-blocked">{tasklist.work.blocked(blocked)}</p>}
    </div>
  );
}
