/** What is known of a document beside its content. */
export interface DocumentMetadata {
  readonly fileName: string;
  readonly contentType: string;
  /** Epoch milliseconds; `undefined` = it is kept until it is deleted. */
  readonly expiresAt: number | undefined;
  /** Of the content, in bytes; counted, not believed. */
  readonly size: number;
  readonly processDefinitionId: string | undefined;
  readonly processInstanceKey: string | undefined;
  /** The text of a JSON object, as the client wrote it. */
  readonly customProperties: string;
}

/** A document without its content. */
export interface DocumentEntry {
  readonly documentId: string;
  /** SHA-256 of the content, in hexadecimal digits. */
  readonly contentHash: string;
  readonly metadata: DocumentMetadata;
}

/** A part of the content: bytes from the first to the last, both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}
