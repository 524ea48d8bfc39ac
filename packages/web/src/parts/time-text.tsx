import { useSyncExternalStore } from 'react';
import { useFormats } from '../texts/use-texts.ts';

/** Relative times move on by themselves. */
const TICK_MS = 10_000;
const listeners = new Set<() => void>();
let nowMs = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

/** A time, relative to now; the exact one on hover. */
export function TimeText({ date, isExact = false }: { readonly date: string; readonly isExact?: boolean }) {
  const formats = useFormats();
  const now = useSyncExternalStore(subscribe, () => nowMs);
  return (
    <time dateTime={date} title={formats.exactTime(date)}>
      {isExact ? formats.dateTime(date) : formats.relativeTime(date, reference(date, now))}
    </time>
  );
}

/** Moves on with the ticks, but what has just happened is not told as coming. */
function reference(date: string, tickMs: number): number {
  return Math.max(tickMs, Date.now() - TICK_MS, Math.min(Date.parse(date), Date.now()));
}

/** One timer for all. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    nowMs = Date.now();
    for (const one of listeners) one();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
