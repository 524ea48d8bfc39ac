import { IncidentErrorType, type Key } from '@waggle/protocol';

/** An expected outcome that stops an element; becomes an incident. */
export class Failure {
  readonly errorType: IncidentErrorType;
  readonly message: string;
  /** Where to change variables to mend it; the element's own scope when absent. */
  readonly variableScopeKey: Key | undefined;

  constructor(errorType: IncidentErrorType, message: string, variableScopeKey?: Key) {
    this.errorType = errorType;
    this.message = message;
    this.variableScopeKey = variableScopeKey;
  }
}

/** An expression that failed or gave a value of the wrong type. */
export function extractValueFailure(message: string, variableScopeKey?: Key): Failure {
  return new Failure(IncidentErrorType.EXTRACT_VALUE_ERROR, message, variableScopeKey);
}
