/**
 * What the process ends with, so that scripts can tell cases apart.
 * failed: the server refused, could not be reached, or could not start. usage: the command line or the configuration is
 * wrong; nothing was tried.
 */
export const exitCodes = { ok: 0, failed: 1, usage: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export type CliErrorCode =
  | 'INVALID_OPTION'
  | 'INVALID_CONFIGURATION_FILE'
  | 'INVALID_ARGUMENT'
  | 'UNREADABLE_FILE'
  | 'SERVER_UNREACHABLE'
  | 'REQUEST_REJECTED'
  | 'SERVER_BUSY'
  | 'INCOMPLETE_ANSWER'
  | 'EVALUATION_FAILED'
  | 'START_FAILED';

const exitCodeByError: Readonly<Record<CliErrorCode, ExitCode>> = {
  INVALID_OPTION: exitCodes.usage,
  INVALID_CONFIGURATION_FILE: exitCodes.usage,
  INVALID_ARGUMENT: exitCodes.usage,
  UNREADABLE_FILE: exitCodes.usage,
  SERVER_UNREACHABLE: exitCodes.failed,
  REQUEST_REJECTED: exitCodes.failed,
  SERVER_BUSY: exitCodes.failed,
  INCOMPLETE_ANSWER: exitCodes.failed,
  EVALUATION_FAILED: exitCodes.failed,
  START_FAILED: exitCodes.failed,
};

/** Something the user can mend; its message is all they see, so it says what to change. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly code: CliErrorCode;

  constructor(code: CliErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  get exitCode(): ExitCode {
    return exitCodeByError[this.code];
  }
}
