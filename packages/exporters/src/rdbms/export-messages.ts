import type { Key, StoredChanges } from '@waggle/protocol';
import type { RecordHistorySettings } from '@waggle/secondary-storage';
import type { WatchMessage } from './changes/change-watch.ts';
import type { Removed } from './retention/retention.ts';
import type { RetentionSettings } from './retention/retention-settings.ts';

/** Where the database is. */
export type DatabaseLocation =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** Handed to the export's thread when it starts. */
export interface ExportStart {
  readonly database: DatabaseLocation;
  /** Of the server's {@link SharedPositions}. */
  readonly positions: SharedArrayBuffer;
  readonly retention: RetentionSettings;
  /** `undefined` keeps none. */
  readonly recordHistory: RecordHistorySettings | undefined;
}

/** Beside what every thread of a record feed is told. */
export type ToExport = WatchMessage;

export type FromExport =
  /** The database is open and its schema up to date. */
  | { readonly kind: 'ready' }

  /** A transaction failed; it is tried again. */
  | { readonly kind: 'failure'; readonly message: string; readonly nextTryMs: number }
  /** A transaction succeeded again after failures. */
  | { readonly kind: 'recovered' }
  /** How large the record history is, now and then. */
  | { readonly kind: 'history-size'; readonly bytes: number }
  /** Records went from the history before their time, as the disk is nearly full. */
  | { readonly kind: 'history-shortened'; readonly bytes: number }
  /** The retention removed what nobody needs any more. */
  | { readonly kind: 'removed'; readonly removed: Removed }
  /** It watches what the message with this number said; no later transaction is missed. */
  | { readonly kind: 'watching'; readonly number: number }
  /** What was committed, for those who watch. */
  | { readonly kind: 'changed'; readonly changes: StoredChanges }
  /** The items of a batch operation are to be delivered. */
  | { readonly kind: 'items-wanted'; readonly batchOperationKey: Key };
