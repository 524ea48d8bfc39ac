/**
 * The plan of a modification while it is made: in memory, and in the tab's session storage, so that neither a reload nor a
 * server that goes away loses it.
 */

import { useMemo } from 'react';
import { tabStorage } from '../../../app/browser-storage.ts';
import { SharedValue, useSharedValue } from '../../../app/shared-value.ts';
import type { ModificationPlan, Step } from './modification-plan.ts';

interface Kept {
  readonly plan: ModificationPlan;
  /** What it was before, the latest last. */
  readonly past: readonly ModificationPlan[];
  /** Whether it outlives a reload. */
  readonly isStored: boolean;
}

export interface KeptPlan {
  readonly plan: ModificationPlan;
  readonly isStored: boolean;
  readonly canUndo: boolean;
  /** @param isSameStep the change goes on with the one before, as typing does: they are undone together. */
  change(next: (plan: ModificationPlan) => ModificationPlan, isSameStep?: boolean): void;
  undo(): void;
  /** Forgets the plan and how it came to be. */
  clear(): void;
}

const STORED_AS = 'waggle.modification.';
/** So many steps back; more than anybody remembers. */
const PAST_MAX = 100;
const kinds: ReadonlySet<unknown> = new Set(['add', 'cancel', 'move', 'variable']);

/** By key of the process instance. */
const kept = new Map<string, SharedValue<Kept>>();

export function useKeptPlan(processInstanceKey: string): KeptPlan {
  const present = useSharedValue(keptOf(processInstanceKey));
  return useMemo(
    () => ({
      plan: present.plan,
      isStored: present.isStored,
      canUndo: present.past.length > 0 || present.plan.length > 0,
      change: (next, isSameStep = false) => {
        const { plan, past } = keptOf(processInstanceKey).get();
        const changed = next(plan);
        if (changed === plan) return;
        keep(processInstanceKey, changed, isSameStep ? past : [...past, plan].slice(-PAST_MAX));
      },
      undo: () => {
        const { plan, past } = keptOf(processInstanceKey).get();
        // After a reload it is not known any more how the plan came to be: steps go one by one.
        keep(processInstanceKey, past.at(-1) ?? plan.slice(0, -1), past.slice(0, -1));
      },
      clear: () => keep(processInstanceKey, [], []),
    }),
    [processInstanceKey, present],
  );
}

function keptOf(key: string): SharedValue<Kept> {
  const inMemory = kept.get(key);
  if (inMemory !== undefined) return inMemory;
  const plan = storedPlan(tabStorage.getItem(STORED_AS + key));
  const found = new SharedValue<Kept>({ plan, past: [], isStored: true });
  kept.set(key, found);
  return found;
}

function keep(key: string, plan: ModificationPlan, past: readonly ModificationPlan[]): void {
  let isStored = true;
  if (plan.length === 0) tabStorage.removeItem(STORED_AS + key);
  // Storage is small and values are large: such a plan lives as long as the page, and the page says so.
  else isStored = tabStorage.setItem(STORED_AS + key, JSON.stringify(plan));
  keptOf(key).set({ plan, past, isStored });
}

function storedPlan(stored: string | null): ModificationPlan {
  if (stored === null) return [];
  try {
    const steps: unknown = JSON.parse(stored);
    return Array.isArray(steps) && steps.every((step) => kinds.has(step?.kind)) ? (steps as Step[]) : [];
  } catch {
    // Written by another version of the page.
    return [];
  }
}
