import { LogDamagedError } from '@waggle/engine';

export interface Damage {
  readonly file: string;
  /** Byte in the file where the bytes stop making sense. */
  readonly offset: number;
  /** First log position that cannot be trusted any more. */
  readonly position: number;
  /** "Expected …, but …". */
  readonly found: string;
}

export function logDamaged({ file, offset, position, found }: Damage): LogDamagedError {
  return new LogDamagedError(
    `${found} (file ${file}, byte ${offset}, position ${position}). Records before position ${position} are intact. ` +
      'Keep the folder as it is for inspection, and restore the partition from a backup or from another replica.',
  );
}
