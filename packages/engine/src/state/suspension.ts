import type { Key, ValueType } from '@waggle/protocol';

/** RESUMING: what was held back is being let go. */
export type SuspensionState = 'SUSPENDED' | 'RESUMING';

/** A command of a suspended instance that waits for it to be resumed. */
export interface BufferedCommand {
  readonly valueType: ValueType;
  readonly intent: number;
  readonly key: Key;
  /** The element that is to go on; NO_KEY when the command starts it. */
  readonly elementInstanceKey: Key;
  /** Its value, encoded. */
  readonly value: Uint8Array;
}
