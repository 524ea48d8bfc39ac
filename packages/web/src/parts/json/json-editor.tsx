import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import { PageSkeleton } from '../page-skeleton.tsx';
import type { JsonCodeView } from './json-code-view.ts';
import { useJsonProblemText } from './json-problem-text.ts';
import { type JsonProblem, scanJson } from './scan-json.ts';
import './json.scss';

export interface JsonEditorProps {
  /** What it is the value of. */
  readonly label: string;
  /** What it starts with; later changes of it that are not its own replace what is shown. */
  readonly text: string;
  onChange?(text: string): void;
  /** Default `false`. */
  readonly isReadOnly?: boolean;
  /** Whether it takes the focus. Default `false`. */
  readonly hasFocus?: boolean;
  /** Ctrl+Enter or ⌘+Enter. */
  onSubmit?(): void;
}

/** So long after the last key the text is checked. */
const CHECK_DELAY_MS = 150;
/** Longer texts are told of when the keys rest: a copy for every key would be felt. */
const TOLD_AT_ONCE_LENGTH_MAX = 50_000;

/**
 * Edits JSON: colours, folding, search (Ctrl+F), and where it is wrong. Megabytes are no trouble: only what is seen is
 * drawn. The library is loaded with the first one.
 */
export function JsonEditor({ label, text, onChange, isReadOnly = false, hasFocus = false, onSubmit }: JsonEditorProps) {
  const { parts } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<JsonCodeView | undefined>(undefined);
  const latest = useRef({ text, onChange, onSubmit });
  latest.current = { text, onChange, onSubmit };
  const [isReady, setReady] = useState(false);
  const [problem, setProblem] = useState<JsonProblem | undefined>(() => scanJson(text));
  const problemText = useJsonProblemText();

  useEffect(() => {
    let isGone = false;
    let checkTimer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      const changed = view.current?.text();
      if (changed === undefined || changed === latest.current.text) return;
      latest.current = { ...latest.current, text: changed };
      latest.current.onChange?.(changed);
    };
    void import('./json-code-view.ts').then(({ openJsonCodeView }) => {
      if (isGone || place.current === null) return;
      view.current = openJsonCodeView(place.current, {
        label,
        text: latest.current.text,
        isReadOnly,
        hasFocus,
        searchTexts: parts.search,
        onChange: (length) => {
          if (length <= TOLD_AT_ONCE_LENGTH_MAX) tell();
          clearTimeout(checkTimer);
          checkTimer = setTimeout(() => {
            tell();
            setProblem(scanJson(view.current?.text() ?? ''));
          }, CHECK_DELAY_MS);
        },
        onBlur: () => tell(),
        onSubmit: () => {
          tell();
          latest.current.onSubmit?.();
        },
      });
      setReady(true);
    });
    return () => {
      isGone = true;
      clearTimeout(checkTimer);
      tell();
      view.current?.close();
      view.current = undefined;
      setReady(false);
    };
  }, [label, isReadOnly, hasFocus, parts]);

  useEffect(() => {
    if (!isReady || view.current === undefined || view.current.text() === text) return;
    view.current.replace(text);
    setProblem(scanJson(text));
  }, [isReady, text]);

  useEffect(() => {
    if (isReady) view.current?.markProblem(problem);
  }, [isReady, problem]);

  return (
    <div className="json-editor" data-invalid={problem !== undefined || undefined}>
      <div className="json-editor-code" ref={place} />
      {!isReady && <PageSkeleton />}
      <p className="json-editor-state" aria-live="polite">
        {problem === undefined ? (
          isReadOnly ? null : (
            parts.json.valid
          )
        ) : (
          <button type="button" onClick={() => view.current?.goTo(problem.offset)}>
            {problemText(problem)}
          </button>
        )}
      </p>
    </div>
  );
}
