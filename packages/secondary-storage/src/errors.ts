/**
 * NEWER_SCHEMA: a newer release wrote the database. MIGRATION_FAILED: the schema stays as it was. UNREACHABLE: the server
 * is away; it may come back. REFUSED: it is there and says no (password, rights, no such database). WRITTEN_ELSEWHERE:
 * another server writes it. POSITIONS_CHANGED: it holds other records than it did. FAILED: a statement failed.
 */
export type SecondaryStorageErrorCode =
  | 'NEWER_SCHEMA'
  | 'MIGRATION_FAILED'
  | 'UNREACHABLE'
  | 'REFUSED'
  | 'WRITTEN_ELSEWHERE'
  | 'POSITIONS_CHANGED'
  | 'FAILED';

export class SecondaryStorageError extends Error {
  override readonly name = 'SecondaryStorageError';
  readonly code: SecondaryStorageErrorCode;

  constructor(code: SecondaryStorageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
