/**
 * NOT_FOUND: no such document. ALREADY_EXISTS: its id is taken. INVALID_INPUT: the caller can mend it; the message says
 * what. TOO_LARGE: more bytes than a document may have. UNSUPPORTED: the store cannot do this. UNAVAILABLE: the store
 * cannot be reached or is full; trying again may help.
 */
export type DocumentErrorCode =
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'INVALID_INPUT'
  | 'TOO_LARGE'
  | 'UNSUPPORTED'
  | 'UNAVAILABLE';

export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly code: DocumentErrorCode;

  constructor(code: DocumentErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export const documentNotFound = (documentId: string): DocumentError =>
  new DocumentError('NOT_FOUND', `Document with id '${documentId}' not found`);

export const documentTooLarge = (bytesMax: number): DocumentError =>
  new DocumentError('TOO_LARGE', `Expected a document of at most ${bytesMax} bytes, but got more`);

export const documentExists = (documentId: string): DocumentError =>
  new DocumentError('ALREADY_EXISTS', `Document with id '${documentId}' already exists`);
