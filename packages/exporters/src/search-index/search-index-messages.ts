import type { SearchIndexSettings } from './search-index-settings.ts';

/** Handed to the export's thread when it starts. */
export interface SearchIndexStart {
  readonly settings: SearchIndexSettings;
  /** File that remembers positions; `undefined` = nothing is kept. */
  readonly stateFile: string | undefined;
}

export type FromSearchIndex =
  /** It knows how far it is. Whether the server is there will show. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'failure'; readonly message: string; readonly nextTryMs: number }
  /** The server did something again after failures. */
  | { readonly kind: 'recovered' }
  /** A bulk was written. */
  | { readonly kind: 'written'; readonly records: number; readonly bytes: number };
