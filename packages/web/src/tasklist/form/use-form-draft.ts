import { useEffect, useRef, useState } from 'react';
import { keepDraft, readDraft } from './draft.ts';
import { type FormValues, withInput, withoutFiles } from './form-values.ts';

/** One writes on meanwhile. */
const DELAY_MS = 300;

interface StoredDraft {
  readonly input: FormValues;
  readonly hadFiles: boolean;
}

export interface FormDraft {
  /** What the form shows at first: the given data, the draft laid over. */
  readonly data: FormValues;
  readonly isRestored: boolean;
  /** Files were chosen, which cannot be kept. */
  readonly hadFiles: boolean;
  /** Whether what was entered last could be kept. */
  readonly isKept: boolean;
  /** Changes when the form is to be shown anew. */
  readonly version: number;
  /** @param input before anything was entered: no draft yet. */
  start(input: FormValues): void;
  keep(input: () => FormValues | undefined): void;
  /** The form goes: what is not kept yet is kept now. */
  leave(input: FormValues): void;
  /** Shows the form without it. */
  discard(): void;
  forget(): void;
}

/** Keeps what is entered into a form until it is sent. */
export function useFormDraft(name: string, data: FormValues, isDone = false): FormDraft {
  const [stored, setStored] = useState(() => (isDone ? undefined : (readDraft(name) as StoredDraft | undefined)));
  const [version, setVersion] = useState(0);
  const [isKept, setKept] = useState(true);
  const pending = useRef<{
    readonly timer: ReturnType<typeof setTimeout>;
    readonly read: () => FormValues | undefined;
  }>(undefined);
  const untouched = useRef<string>(undefined);

  const write = (input: FormValues | undefined) => {
    clearTimeout(pending.current?.timer);
    pending.current = undefined;
    if (input === undefined || JSON.stringify(input) === untouched.current) return;
    const { data: rest, hadFiles } = withoutFiles(input);
    setKept(keepDraft(name, { input: rest, hadFiles } satisfies StoredDraft));
  };
  const latestWrite = useRef(write);
  latestWrite.current = write;
  useEffect(() => {
    const onPageHide = () => {
      // Fields tell of what is typed when it rests, or when they are left.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      if (pending.current !== undefined) latestWrite.current(pending.current.read());
    };
    addEventListener('pagehide', onPageHide);
    return () => removeEventListener('pagehide', onPageHide);
  }, []);

  const forget = () => {
    clearTimeout(pending.current?.timer);
    pending.current = undefined;
    keepDraft(name, undefined);
  };
  // Merged once: the form reads it once.
  const [shown] = useState(() => ({ restored: stored === undefined ? data : withInput(data, stored.input) }));
  return {
    data: stored === undefined ? data : shown.restored,
    isRestored: stored !== undefined,
    hadFiles: stored?.hadFiles === true,
    isKept,
    version,
    start: (input) => {
      if (stored === undefined) untouched.current = JSON.stringify(input);
    },
    keep: (read) => {
      clearTimeout(pending.current?.timer);
      pending.current = { read, timer: setTimeout(() => latestWrite.current(read()), DELAY_MS) };
    },
    leave: (input) => {
      if (pending.current !== undefined) latestWrite.current(input);
    },
    discard: () => {
      forget();
      setStored(undefined);
      setVersion(version + 1);
    },
    forget,
  };
}
