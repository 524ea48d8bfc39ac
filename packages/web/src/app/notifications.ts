import { useSyncExternalStore } from 'react';
import type { ApiProblem } from '../api/api-problem.ts';

export interface Notification {
  readonly id: number;
  readonly kind: 'success' | 'info' | 'warning' | 'error';
  readonly title: string;
  readonly text?: string;
  /** Why it did not work, in place of a text. */
  readonly problem?: Error;
  /** To the thing it speaks of. */
  readonly link?: { readonly href: string; readonly text: string };
  /** Ms since 1970. */
  readonly at: number;
  /** Whether it still stands in front of the page. */
  readonly isShown: boolean;
}

/** Older ones are forgotten. */
const KEPT_MAX = 50;
/** Long enough to read two lines; problems stay until they are dismissed. */
const SHOWN_MS = 6_000;

let notifications: readonly Notification[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Says something in a corner of the page, and keeps it in the list behind the bell. */
export function notify(notification: Pick<Notification, 'kind' | 'title' | 'text' | 'problem' | 'link'>): void {
  lastId += 1;
  const id = lastId;
  change([{ ...notification, id, at: Date.now(), isShown: true }, ...notifications].slice(0, KEPT_MAX));
  if (notification.kind === 'success' || notification.kind === 'info') setTimeout(() => dismiss(id), SHOWN_MS);
}

/** @param title what did not work: "The incident was not resolved". */
export function notifyProblem(title: string, problem: ApiProblem): void {
  notify({ kind: 'error', title, problem });
}

export function dismiss(id: number): void {
  change(notifications.map((one) => (one.id === id ? { ...one, isShown: false } : one)));
}

export function clearNotifications(): void {
  change([]);
}

export function useNotifications(): readonly Notification[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notifications,
  );
}

function change(next: readonly Notification[]): void {
  notifications = next;
  for (const listener of listeners) listener();
}
