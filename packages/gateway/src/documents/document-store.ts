import type { Readable } from 'node:stream';
import type { ByteRange, DocumentEntry } from './document.ts';

/** Where documents are kept. Ids are any text: a store sees to it that none leads out of its place. */
export interface DocumentStore {
  /** Where the content of a new document is collected before it is handed over; made when missing. */
  readonly incomingFolder: string;
  /**
   * Keeps a document; when it resolves, the document outlives a crash of the store's machine.
   * @param file with the content, complete and flushed. The store may move it away; else the caller removes it.
   * @throws {DocumentError} ALREADY_EXISTS: the id is taken. UNAVAILABLE. INVALID_INPUT: more metadata than it can keep.
   */
  create(entry: DocumentEntry, file: string): Promise<void>;
  /** @returns `undefined` = there is none. @throws {DocumentError} UNAVAILABLE */
  find(documentId: string): Promise<DocumentEntry | undefined>;
  /** @returns the content as a stream, which the caller ends. @throws {DocumentError} NOT_FOUND, UNAVAILABLE */
  read(documentId: string, range?: ByteRange): Promise<Readable>;
  /** @returns `false` = there was none. @throws {DocumentError} UNAVAILABLE */
  delete(documentId: string): Promise<boolean>;
  /** A URL by which anyone can read the content for a while; absent = the store cannot be reached from outside. */
  link?(documentId: string, timeToLiveMs: number): string;
  /**
   * Deletes documents that have expired, at most a bounded number.
   * @returns how many it deleted.
   */
  removeExpired(nowMs: number): Promise<number>;
}
