import { browserStorage } from '../browser-storage.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** An entry that is still good tomorrow: it leads to an address. */
export type RecentEntry = Omit<PaletteEntry, 'target'> & { readonly target: { readonly href: string } };

const STORED_AS = 'waggle.palette.recent';
const RECENT_MAX = 8;
/** Names have no limit, what a browser remembers has. */
const TEXT_MAX = 200;

/** What was chosen before, the last one first. */
export function recentEntries(): readonly RecentEntry[] {
  return parseRecentEntries(browserStorage.getItem(STORED_AS) ?? '[]');
}

export function rememberEntry(entry: PaletteEntry): void {
  if (!('href' in entry.target)) return;
  const { href } = entry.target;
  const others = recentEntries().filter(({ id }) => id !== entry.id);
  browserStorage.setItem(STORED_AS, JSON.stringify([{ ...entry, target: { href } }, ...others].slice(0, RECENT_MAX)));
}

/** Takes what is understood: an older or newer version may have written it. */
export function parseRecentEntries(text: string): readonly RecentEntry[] {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return [];
  }
  return Array.isArray(stored) ? stored.flatMap(recentEntry).slice(0, RECENT_MAX) : [];
}

function recentEntry(value: unknown): readonly RecentEntry[] {
  const { id, title, detail, kind, target } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const { href } = (target ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || typeof title !== 'string' || typeof kind !== 'string') return [];
  // Only within the apps, whoever wrote it.
  if (typeof href !== 'string' || !/^\/(operate|tasklist)([/?]|$)/.test(href)) return [];
  const known = typeof detail === 'string' ? { detail: detail.slice(0, TEXT_MAX) } : {};
  return [{ id, title: title.slice(0, TEXT_MAX), kind, target: { href }, ...known }];
}
