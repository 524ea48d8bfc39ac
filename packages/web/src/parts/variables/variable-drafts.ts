/**
 * What was changed of variables and not saved yet. It lives in memory and in the tab's session storage, so that a page
 * that refreshes, a server that goes away, or a reload loses nothing of it.
 */

import { useMemo } from 'react';
import { tabStorage } from '../../app/browser-storage.ts';
import { SharedValue, useSharedValue } from '../../app/shared-value.ts';

export interface VariableDraft {
  /** What was typed; need not be JSON. */
  readonly text: string;
  /** The value it was when it was changed first, as the list showed it; `undefined` = the variable is new. */
  readonly base: string | undefined;
  /** Of a new variable: whether it is set in this scope only. */
  readonly isLocal?: boolean;
}

export type VariableDrafts = Readonly<Record<string, VariableDraft>>;

interface Kept {
  readonly drafts: VariableDrafts;
  /** Whether it outlives a reload. */
  readonly isStored: boolean;
}

export interface VariableDraftStore extends Kept {
  /** Names with a draft, in the order in which they were changed first. */
  readonly names: readonly string[];
  set(name: string, draft: VariableDraft): void;
  discard(names: readonly string[]): void;
}

const STORED_AS = 'waggle.drafts.';
const none: Kept = { drafts: emptyDrafts(), isStored: true };
/** By id of what the variables belong to. */
const kept = new Map<string, SharedValue<Kept>>();

/** @param id of what the variables belong to: `2251799813685250`. */
export function useVariableDrafts(id: string): VariableDraftStore {
  const present = useSharedValue(keptOf(id));
  return useMemo(
    () => ({
      ...present,
      names: Object.keys(present.drafts),
      set: (name, draft) => keep(id, withDraft(keptOf(id).get().drafts, name, draft)),
      discard: (names) => keep(id, withoutDrafts(keptOf(id).get().drafts, names)),
    }),
    [id, present],
  );
}

function keptOf(id: string): SharedValue<Kept> {
  const inMemory = kept.get(id);
  if (inMemory !== undefined) return inMemory;
  const stored = tabStorage.getItem(STORED_AS + id);
  const found = new SharedValue<Kept>(stored === null ? none : { drafts: draftsOf(stored), isStored: true });
  kept.set(id, found);
  return found;
}

function keep(id: string, drafts: VariableDrafts): void {
  let isStored = true;
  if (Object.keys(drafts).length === 0) tabStorage.removeItem(STORED_AS + id);
  // Storage is small and values are large: such a draft lives as long as the page, and the table says so.
  else isStored = tabStorage.setItem(STORED_AS + id, JSON.stringify(Object.entries(drafts)));
  keptOf(id).set({ drafts, isStored });
}

function draftsOf(stored: string): VariableDrafts {
  try {
    const entries = JSON.parse(stored) as readonly (readonly [string, VariableDraft])[];
    return entries.reduce((drafts, [name, draft]) => withDraft(drafts, name, draft), emptyDrafts());
  } catch {
    // Written by another version of the page.
    return emptyDrafts();
  }
}

/** Without a prototype: variables may be called `__proto__` or `constructor`. */
function emptyDrafts(): VariableDrafts {
  return Object.create(null) as VariableDrafts;
}

function withDraft(drafts: VariableDrafts, name: string, draft: VariableDraft): VariableDrafts {
  return Object.assign(
    emptyDrafts(),
    drafts,
    Object.defineProperty(emptyDrafts(), name, { value: draft, enumerable: true }),
  );
}

function withoutDrafts(drafts: VariableDrafts, names: readonly string[]): VariableDrafts {
  const left = Object.assign(emptyDrafts(), drafts) as Record<string, VariableDraft>;
  for (const name of names) delete left[name];
  return left;
}
