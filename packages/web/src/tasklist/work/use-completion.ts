import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';
import { completeUserTask, type UserTaskResult } from '../../api/gen/api.ts';
import { isLiveQuery } from '../../api/live-changes.ts';
import { problemText } from '../../parts/problem-words.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { type CompletionFailure, completionFailureOf } from './completion-failure.ts';

export type Completion =
  | { readonly step: 'idle' }
  | { readonly step: 'uploading'; readonly fileName: string; readonly share: number }
  | { readonly step: 'completing'; readonly isLong: boolean }
  | { readonly step: 'failed'; readonly failure: CompletionFailure };

/** After that it is said what it waits for. */
const LONG_MS = 2_000;

/** Completes a task and says how far it is. Nothing that was entered is touched. */
export function useCompletion(
  task: UserTaskResult,
  onDone: () => void,
): {
  readonly completion: Completion;
  change(completion: Completion): void;
  complete(variables: Readonly<Record<string, unknown>>): Promise<void>;
} {
  const queries = useQueryClient();
  const texts = useTexts();
  const [completion, setCompletion] = useState<Completion>({ step: 'idle' });
  const latest = useRef(onDone);
  latest.current = onDone;

  const { userTaskKey, state } = task;
  const isLost = completion.step === 'failed' && completion.failure.kind === 'lost';
  // The answer was lost, but not the command: a listener took longer than we waited.
  useEffect(() => {
    if (isLost && state === 'COMPLETED') latest.current();
  }, [isLost, state]);

  const complete = async (variables: Readonly<Record<string, unknown>>) => {
    setCompletion({ step: 'completing', isLong: false });
    const timer = setTimeout(() => setCompletion({ step: 'completing', isLong: true }), LONG_MS);
    try {
      await call(completeUserTask, { path: { userTaskKey }, body: { variables } });
      setCompletion({ step: 'idle' });
      latest.current();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setCompletion({ step: 'failed', failure: completionFailureOf(error, problemText(error, texts)) });
    } finally {
      clearTimeout(timer);
      void queries.invalidateQueries({ predicate: isLiveQuery });
    }
  };
  return { completion, change: setCompletion, complete };
}
