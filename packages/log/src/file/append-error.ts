import { LogAppendError } from '@waggle/engine';

const DISK_FULL_CODES = new Set(['ENOSPC', 'EDQUOT']);

/** What a failed write means for the appends that hang on it. */
export function appendError(cause: unknown, path: string, position: number): LogAppendError {
  if (cause instanceof LogAppendError) return cause;
  const code = systemCode(cause);
  if (code !== undefined && DISK_FULL_CODES.has(code)) {
    return new LogAppendError(
      'DISK_FULL',
      `Expected room for the batch at position ${position} in ${path}, but the disk is full (${code}). Free space or ` +
        'raise the quota, then open the log again.',
      { cause },
    );
  }
  return new LogAppendError(
    'IO',
    `Expected to write the batch at position ${position} to ${path}, but the device failed (${code ?? String(cause)}). ` +
      'Check the disk, then open the log again.',
    { cause },
  );
}

export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
