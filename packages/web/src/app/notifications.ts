import type { ApiProblem } from '../api/api-problem.ts';
import { SharedValue, useSharedValue } from './shared-value.ts';

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

const notifications = new SharedValue<readonly Notification[]>([]);
let lastId = 0;

/** Says something in a corner of the page, and keeps it in the list behind the bell. */
export function notify(notification: Pick<Notification, 'kind' | 'title' | 'text' | 'problem' | 'link'>): void {
  lastId += 1;
  const id = lastId;
  const all = [{ ...notification, id, at: Date.now(), isShown: true }, ...notifications.get()];
  notifications.set(all.slice(0, KEPT_MAX));
  if (notification.kind === 'success' || notification.kind === 'info') setTimeout(() => dismiss(id), SHOWN_MS);
}

/** @param title what did not work: "The incident was not resolved". */
export function notifyProblem(title: string, problem: ApiProblem): void {
  notify({ kind: 'error', title, problem });
}

export function dismiss(id: number): void {
  notifications.set(notifications.get().map((one) => (one.id === id ? { ...one, isShown: false } : one)));
}

export function clearNotifications(): void {
  notifications.set([]);
}

export function useNotifications(): readonly Notification[] {
  return useSharedValue(notifications);
}
