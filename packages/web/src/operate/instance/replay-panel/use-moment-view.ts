import { useEffect, useRef, useState } from 'react';
import type { OpenReplay } from './use-replay.ts';
import type { MomentQuery, MomentView } from './worker/moment-view.ts';

export interface ShownMoment {
  /** The latest that was told; of another moment while the worker is at it. */
  readonly view: MomentView | undefined;
  readonly error: Error | undefined;
}

/** Asks for a moment. While one is on its way only the newest question waits: who drags the slider gets where it is. */
export function useMomentView(replay: OpenReplay, query: MomentQuery): ShownMoment {
  const [view, setView] = useState<MomentView>();
  const [error, setError] = useState<Error>();
  const isAsking = useRef(false);
  const waiting = useRef<{ readonly replay: OpenReplay; readonly query: MomentQuery }>(undefined);

  useEffect(() => {
    waiting.current = { replay, query };
    if (isAsking.current) return;
    isAsking.current = true;
    void (async () => {
      for (let next = takeWaiting(waiting); next !== undefined; next = takeWaiting(waiting)) {
        try {
          setView(await next.replay.client.ask('view', next.query));
          setError(undefined);
        } catch (reason) {
          setError(reason instanceof Error ? reason : new Error(String(reason)));
        }
      }
      isAsking.current = false;
    })();
  }, [replay, query]);
  return { view, error };
}

function takeWaiting<Value>(place: { current: Value | undefined }): Value | undefined {
  const taken = place.current;
  place.current = undefined;
  return taken;
}
