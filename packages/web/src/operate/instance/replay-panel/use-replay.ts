import { useCallback, useEffect, useRef, useState } from 'react';
import { ReplayClient } from './worker/replay-client.ts';
import type { OpenedReplay } from './worker/replay-requests.ts';

export interface OpenReplay extends OpenedReplay {
  readonly client: ReplayClient;
}

export interface LoadingReplay {
  /** Records read so far. */
  readonly loaded: number;
  readonly replay: OpenReplay | undefined;
  readonly error: Error | undefined;
  /** Whether what was recorded since is on its way. */
  readonly isExtending: boolean;
  retry(): void;
  /** Adds what was recorded since. */
  extend(): void;
}

/** What was recorded of an instance, loaded and folded beside the page as long as the component is shown. */
export function useReplay(processInstanceKey: string): LoadingReplay {
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState(0);
  const [replay, setReplay] = useState<OpenReplay>();
  const [error, setError] = useState<Error>();
  const [isExtending, setExtending] = useState(false);
  const client = useRef<ReplayClient>(undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt starts anew
  useEffect(() => {
    let isGone = false;
    const opened = new ReplayClient((records) => setLoaded(records));
    client.current = opened;
    setReplay(undefined);
    setError(undefined);
    setLoaded(0);
    opened.ask('open', { processInstanceKey }).then(
      (found) => !isGone && setReplay({ ...found, client: opened }),
      (reason: unknown) => !isGone && setError(errorOf(reason)),
    );
    return () => {
      isGone = true;
      client.current = undefined;
      opened.close();
    };
  }, [processInstanceKey, attempt]);

  const extend = useCallback(() => {
    const opened = client.current;
    if (opened === undefined) return;
    setExtending(true);
    opened
      .ask('extend', {})
      .then(
        (found) => client.current === opened && setReplay({ ...found, client: opened }),
        // What is shown stays; the next change asks again.
        () => undefined,
      )
      .finally(() => client.current === opened && setExtending(false));
  }, []);
  return { loaded, replay, error, isExtending, extend, retry: () => setAttempt((before) => before + 1) };
}

function errorOf(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
