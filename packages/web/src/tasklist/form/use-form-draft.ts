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
  /** Shows the form without it. */
  discard(): void;
  forget(): void;
}

/** Keeps what is entered into a form until it is sent. */
export function useFormDraft(name: string, data: FormValues, isDone = false): FormDraft {
  const [stored, setStored] = useState(() => (isDone ? undefined : (readDraft(name) as StoredDraft | undefined)));
  const [version, setVersion] = useState(0);
  const [isKept, setKept] = useState(true);
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; write: () => void }>(undefined);
  const untouched = useRef<string>(undefined);

  useEffect(() => {
    const flush = () => {
      if (pending.current === undefined) return;
      clearTimeout(pending.current.timer);
      pending.current.write();
    };
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
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
    keep: (readInput) => {
      clearTimeout(pending.current?.timer);
      // Read at once when the page goes: the form may be gone by then.
      const write = () => {
        pending.current = undefined;
        const input = readInput();
        if (input === undefined || JSON.stringify(input) === untouched.current) return;
        const { data: rest, hadFiles } = withoutFiles(input);
        setKept(keepDraft(name, { input: rest, hadFiles } satisfies StoredDraft));
      };
      pending.current = { write, timer: setTimeout(write, DELAY_MS) };
    },
    discard: () => {
      forget();
      setStored(undefined);
      setVersion(version + 1);
    },
    forget,
  };
}
