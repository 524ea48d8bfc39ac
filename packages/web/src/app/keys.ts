/** What keys do. Parts of pages register theirs while they are shown; `?` lists what is registered. */
import { useEffect, useRef } from 'react';
import { SharedValue, useSharedValue } from './shared-value.ts';

export interface KeyBinding {
  /** `j`, `?`, `Escape`, `Space`, `mod+k` (Ctrl or ⌘), or one after another: `g o`. */
  readonly keys: string;
  /** What they do, for the list. */
  readonly text: string;
  /** Whether they work while something is typed. Default `false`. */
  readonly worksInFields?: boolean;
  /** Whether it only moves the focus; there is nothing to do by it in a list of actions. Default `false`. */
  readonly isMove?: boolean;
  run(event: KeyboardEvent): void;
}

interface Registration {
  readonly group: 'everywhere' | 'page';
  readonly bindings: () => readonly KeyBinding[];
}

/** Between two keys of a sequence. */
const SEQUENCE_MS = 1_200;

const registrations = new SharedValue<readonly Registration[]>([]);
let pending = '';
let pendingAt = 0;

/** Makes keys work while the calling component is shown. What was registered last goes first, pages before the frame. */
export function useKeys(bindings: readonly KeyBinding[], group: Registration['group'] = 'page'): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(() => {
    const registration: Registration = { group, bindings: () => latest.current };
    const others = registrations.get();
    registrations.set(group === 'page' ? [registration, ...others] : [...others, registration]);
    return () => registrations.set(registrations.get().filter((one) => one !== registration));
  }, [group]);
}

export function useRegisteredKeys(): readonly Registration[] {
  return useSharedValue(registrations);
}

/** Listens for keys as long as it is not undone. */
export function startKeys(): () => void {
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const name = nameOf(event);
  if (name === undefined) return;
  if (name === 'Space' && isPressedBySpace(event.target)) return;
  const isInField = isField(event.target);
  const isInDialog = document.querySelector('.cds--modal.is-visible, dialog[open]') !== null;
  const sequence = pending !== '' && event.timeStamp - pendingAt < SEQUENCE_MS ? `${pending} ${name}` : undefined;
  pending = '';
  const bindings = registrations.get().flatMap((registration) => registration.bindings());
  const allowed = bindings.filter(({ worksInFields }) => worksInFields === true || !(isInField || isInDialog));
  const binding = allowed.find(({ keys }) => keys === sequence) ?? allowed.find(({ keys }) => keys === name);
  if (binding !== undefined) {
    event.preventDefault();
    binding.run(event);
  } else if (allowed.some(({ keys }) => keys.startsWith(`${name} `))) {
    pending = name;
    pendingAt = event.timeStamp;
  }
}

function nameOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string | undefined {
  if (altKey) return undefined;
  return ctrlKey || metaKey ? `mod+${key.toLowerCase()}` : key === ' ' ? 'Space' : key;
}

function isPressedBySpace(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, summary, input, [role=treeitem]') !== null;
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type))
  );
}
