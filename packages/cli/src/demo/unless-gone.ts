import { CliError, type CliErrorCode } from '../cli-error.ts';

/** Somebody else may be faster: the newcomer cancels an instance or completes a task while the demo works on it. */
export async function unlessGone(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!hasCode(error, 'REQUEST_REJECTED')) throw error;
  }
}

export function hasCode(error: unknown, code: CliErrorCode): error is CliError {
  return error instanceof CliError && error.code === code;
}
