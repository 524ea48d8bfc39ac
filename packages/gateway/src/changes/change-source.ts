import type { StoredChanges, WatchedChanges } from '@waggle/protocol';

/** Tells what the read side has stored, while somebody watches. */
export interface ChangeSource {
  /**
   * Says what is watched from now on, in place of what was.
   * @returns resolves when nothing of it is missed any more, be it late; it never rejects.
   */
  watch(watched: WatchedChanges): Promise<void>;
  /** @param listener gets what was stored, collected over a short time. There is one. */
  onChanges(listener: (changes: StoredChanges) => void): void;
}
