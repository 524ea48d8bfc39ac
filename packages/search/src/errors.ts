/**
 * INVALID_REQUEST: the caller can mend it; the message says what. TIMEOUT: the query took longer than it may.
 * UNAVAILABLE: the database cannot be read now, or the read side is stopping. INTERNAL: our own mistake.
 */
export type SearchErrorCode = 'INVALID_REQUEST' | 'TIMEOUT' | 'UNAVAILABLE' | 'INTERNAL';

export class SearchError extends Error {
  override readonly name = 'SearchError';
  readonly code: SearchErrorCode;

  constructor(code: SearchErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
