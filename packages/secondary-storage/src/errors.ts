/**
 * NEWER_SCHEMA: a newer release wrote the database. MIGRATION_FAILED: the schema stays as it was.
 */
export type SecondaryStorageErrorCode = 'NEWER_SCHEMA' | 'MIGRATION_FAILED';

export class SecondaryStorageError extends Error {
  override readonly name = 'SecondaryStorageError';
  readonly code: SecondaryStorageErrorCode;

  constructor(code: SecondaryStorageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
