/** Codes of the errors this package throws; never reused. */
export type StateErrorCode = 'STATE_DAMAGED' | 'STATE_FORMAT' | 'STATE_CHECKPOINT' | 'STATE_USAGE';

/** What every error of a state store has in common: a code that stays the same between releases. */
export class StateError extends Error {
  readonly code: StateErrorCode;

  constructor(code: StateErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** The files on disk cannot be read. The log still has the truth: remove the state and fold the log again. */
export class StateDamagedError extends StateError {
  readonly folder: string;

  constructor(folder: string, found: string, options?: ErrorOptions) {
    super(
      'STATE_DAMAGED',
      `Expected a readable state in "${folder}", but ${found}. If the log still reaches back to its first record, ` +
        'or a backup exists, remove this folder: the state is rebuilt from there',
      options,
    );
    this.folder = folder;
  }
}

/** The state was written by a newer release, or by something else. */
export class StateFormatError extends StateError {
  constructor(folder: string, found: number, supported: number) {
    super(
      'STATE_FORMAT',
      `Expected state format ${supported} or older in "${folder}", but found format ${found}. Start the release that ` +
        'wrote it, or remove this folder to rebuild the state from the log',
    );
  }
}

/** A checkpoint could not be taken. The state in memory is whole; the last checkpoint on disk is too. */
export class StateCheckpointError extends StateError {
  constructor(message: string, options?: ErrorOptions) {
    super('STATE_CHECKPOINT', message, options);
  }
}

/** Our own mistake: the store was used against its contract. Thrown before anything changes. */
export class StateUsageError extends StateError {
  constructor(message: string) {
    super('STATE_USAGE', message);
  }
}
