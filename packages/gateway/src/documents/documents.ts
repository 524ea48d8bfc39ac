/** The documents of a server: its stores by their ids, what may be asked of them, and the clean-up of what has expired. */
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { ByteRange, DocumentEntry, DocumentMetadata } from './document.ts';
import type { DocumentStore } from './document-store.ts';
import { DocumentError, documentNotFound } from './errors.ts';
import { CLEAN_UP_INTERVAL_MS, DOCUMENT_BYTES_MAX_DEFAULT, LINK_TIME_TO_LIVE_MAX_MS } from './limits.ts';
import { type ReceivedFile, receiveFile } from './received-file.ts';

export interface DocumentsOptions {
  /** By their ids; the first is used when a request names none. At least one. */
  readonly stores: Readonly<Record<string, DocumentStore>>;
  /** Default {@link DOCUMENT_BYTES_MAX_DEFAULT}. */
  readonly documentBytesMax?: number;
  /** Told when the clean-up fails; it goes on later. */
  readonly onCleanUpError?: (error: unknown) => void;
  /** Epoch milliseconds. Default the system's clock. */
  readonly now?: () => number;
}

export interface NewDocument {
  /** Default a new one. */
  readonly documentId: string | undefined;
  readonly file: ReceivedFile;
  readonly metadata: Omit<DocumentMetadata, 'size'>;
}

/** A document as clients refer to it. */
export interface DocumentReference extends DocumentEntry {
  readonly storeId: string;
}

/** Names a document; without a store it is the one used by default. */
export interface DocumentAddress {
  readonly storeId: string | undefined;
  readonly documentId: string;
}

export class Documents {
  readonly #documentBytesMax: number;
  readonly #stores: ReadonlyMap<string, DocumentStore>;
  readonly #defaultStoreId: string;
  readonly #now: () => number;
  readonly #cleanUp: NodeJS.Timeout;

  constructor(options: DocumentsOptions) {
    const { stores, documentBytesMax = DOCUMENT_BYTES_MAX_DEFAULT, now = Date.now } = options;
    const [defaultStoreId] = Object.keys(stores);
    if (defaultStoreId === undefined) throw new Error('Expected at least one store of documents, but there is none');
    this.#stores = new Map(Object.entries(stores));
    this.#defaultStoreId = defaultStoreId;
    this.#documentBytesMax = documentBytesMax;
    this.#now = now;
    const clean = () => this.removeExpired().catch((error) => options.onCleanUpError?.(error));
    this.#cleanUp = setInterval(() => void clean(), CLEAN_UP_INTERVAL_MS);
    this.#cleanUp.unref();
  }

  /** Collects the content of a document to come. @throws {DocumentError} INVALID_INPUT: no such store. TOO_LARGE. */
  async receive(storeId: string | undefined, content: AsyncIterable<Buffer>): Promise<ReceivedFile> {
    const folder = this.#store(storeId).store.incomingFolder;
    return receiveFile(content, { folder, bytesMax: this.#documentBytesMax });
  }

  /** @throws {DocumentError} ALREADY_EXISTS, INVALID_INPUT, UNAVAILABLE */
  async create(requestedStoreId: string | undefined, document: NewDocument): Promise<DocumentReference> {
    const { storeId, store } = this.#store(requestedStoreId);
    const { file, metadata, documentId = randomUUID() } = document;
    if (metadata.expiresAt !== undefined && metadata.expiresAt <= this.#now()) {
      throw new DocumentError('INVALID_INPUT', 'Expected metadata.expiresAt to lie in the future, but it is over');
    }
    const entry = { documentId, contentHash: file.contentHash, metadata: { ...metadata, size: file.size } };
    await store.create(entry, file.path);
    return { ...entry, storeId };
  }

  /**
   * @param contentHash the client's proof that it speaks of the same content: it is part of the reference.
   * @throws {DocumentError} NOT_FOUND; INVALID_INPUT: no such store, or the hash is missing or another one.
   */
  async find(address: DocumentAddress, contentHash: string | undefined): Promise<DocumentEntry> {
    const entry = await this.#entry(address);
    if (contentHash === undefined) {
      throw new DocumentError('INVALID_INPUT', `No contentHash provided for document '${address.documentId}'`);
    }
    if (contentHash.toLowerCase() !== entry.contentHash) {
      throw new DocumentError(
        'INVALID_INPUT',
        `Expected the contentHash of document '${address.documentId}', but it is another one`,
      );
    }
    return entry;
  }

  /** @throws {DocumentError} NOT_FOUND, UNAVAILABLE */
  async read({ storeId, documentId }: DocumentAddress, range?: ByteRange): Promise<Readable> {
    return this.#store(storeId).store.read(documentId, range);
  }

  /** @throws {DocumentError} NOT_FOUND, UNAVAILABLE */
  async delete(address: DocumentAddress): Promise<void> {
    await this.#entry(address);
    if (!(await this.#store(address.storeId).store.delete(address.documentId))) {
      throw documentNotFound(address.documentId);
    }
  }

  /** A URL by which anyone can read a document that {@link find} gave. @throws {DocumentError} UNSUPPORTED, INVALID_INPUT */
  link(address: DocumentAddress, timeToLiveMs: number): { readonly url: string; readonly expiresAt: number } {
    const { storeId, store } = this.#store(address.storeId);
    if (timeToLiveMs < 1 || timeToLiveMs > LINK_TIME_TO_LIVE_MAX_MS) {
      throw new DocumentError(
        'INVALID_INPUT',
        `The value for timeToLive is '${timeToLiveMs}' but must be from 1 to ${LINK_TIME_TO_LIVE_MAX_MS}`,
      );
    }
    if (store.link === undefined) {
      throw new DocumentError(
        'UNSUPPORTED',
        `Expected a store that can be reached from outside, but '${storeId}' cannot make links. Download the document, or keep it in an S3 store`,
      );
    }
    return { url: store.link(address.documentId, timeToLiveMs), expiresAt: this.#now() + timeToLiveMs };
  }

  /** @returns how many were deleted, in all stores. */
  async removeExpired(): Promise<number> {
    let removed = 0;
    for (const store of this.#stores.values()) removed += await store.removeExpired(this.#now());
    return removed;
  }

  close(): void {
    clearInterval(this.#cleanUp);
  }

  async #entry({ storeId, documentId }: DocumentAddress): Promise<DocumentEntry> {
    const entry = await this.#store(storeId).store.find(documentId);
    const hasExpired = (entry?.metadata.expiresAt ?? Number.POSITIVE_INFINITY) <= this.#now();
    if (entry === undefined || hasExpired) throw documentNotFound(documentId);
    return entry;
  }

  #store(requested: string | undefined): { readonly storeId: string; readonly store: DocumentStore } {
    const storeId = requested ?? this.#defaultStoreId;
    const store = this.#stores.get(storeId);
    if (store === undefined) {
      throw new DocumentError(
        'INVALID_INPUT',
        `Expected one of the document stores ${[...this.#stores.keys()].join(', ')}, but there is no '${storeId}'`,
      );
    }
    return { storeId, store };
  }
}
