import type { QueryClient } from '@tanstack/react-query';
import type { Texts } from '../../texts/language.ts';
import type { PaletteEntry } from './palette-entry.ts';

export interface PaletteQuestion {
  /** Trimmed, never empty. */
  readonly text: string;
  readonly texts: Texts;
  readonly queries: QueryClient;
  readonly signal: AbortSignal;
}

/** Something on the server that the palette finds. */
export interface PaletteSource {
  readonly group: keyof Texts['palette']['groups'];
  /** Whether it can find anything by such a text; what it says no to is not asked for. */
  applies(text: string): boolean;
  /** At most {@link FOUND_MAX}, the best first. @throws {ApiProblem} */
  find(question: PaletteQuestion): Promise<readonly PaletteEntry[]>;
}

/** Of each source: who has more to choose from types another letter. */
export const FOUND_MAX = 6;
