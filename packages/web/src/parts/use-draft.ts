import { useEffect, useRef, useState } from 'react';

/** Long enough to type on, short enough to see the result while looking. */
const COMMIT_AFTER_MS = 400;

export interface Draft {
  readonly value: string;
  change(value: string): void;
  /** What was typed counts now. */
  commit(): void;
}

/** What is being typed into a field, told when the person pauses. */
export function useDraft(value: string, onCommit: (value: string) => void): Draft {
  const [draft, setDraft] = useState(value);
  const latest = useRef({ draft, value, onCommit });
  latest.current = { draft, value, onCommit };
  useEffect(() => setDraft(value), [value]);
  const commit = () => {
    const { draft, value, onCommit } = latest.current;
    if (draft !== value) onCommit(draft);
  };
  useEffect(() => {
    if (draft === latest.current.value) return;
    const timer = setTimeout(() => latest.current.onCommit(draft), COMMIT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  return { value: draft, change: setDraft, commit };
}
