/**
 * Input that is not sent yet, kept in the browser's tab: a reload, a session that ends or a server that goes away lose
 * nothing. Only this tab sees it, and it ends with the tab.
 */

import { type KeptStorage, tabStorage } from '../../app/browser-storage.ts';

const PREFIX = 'waggle.draft.';
/** Browsers give a page about 5 MB for everything; one draft leaves room for others. */
export const DRAFT_LENGTH_MAX = 1_000_000;

/** @returns `undefined` when there is none, or one that cannot be read. */
export function readDraft(name: string, storage: KeptStorage = tabStorage): unknown {
  const text = storage.getItem(PREFIX + name);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    storage.removeItem(PREFIX + name);
    return undefined;
  }
}

/**
 * @param draft anything that JSON can hold; `undefined` forgets it.
 * @returns whether it could be kept: too long a draft cannot, nor one when the storage is full.
 */
export function keepDraft(name: string, draft: unknown, storage: KeptStorage = tabStorage): boolean {
  if (draft === undefined) {
    storage.removeItem(PREFIX + name);
    return true;
  }
  const text = JSON.stringify(draft);
  if (text.length > DRAFT_LENGTH_MAX) return false;
  return storage.setItem(PREFIX + name, text);
}
