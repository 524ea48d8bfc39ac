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

/** @param limitMs what the database may take for an answer. */
export function queryTimeout(limitMs: number, cause?: unknown): SearchError {
  return new SearchError(
    'TIMEOUT',
    `Expected an answer of the secondary storage within ${limitMs} ms, but the query takes longer. Narrow the filter`,
    { cause },
  );
}
