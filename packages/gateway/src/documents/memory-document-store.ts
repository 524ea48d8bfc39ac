import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ByteRange, DocumentEntry } from './document.ts';
import type { DocumentStore } from './document-store.ts';
import { DocumentError, documentExists, documentNotFound } from './errors.ts';
import { CLEAN_UP_BATCH_MAX, MEMORY_STORE_BYTES_MAX } from './limits.ts';

/** Documents that are gone with the process. */
export class MemoryDocumentStore implements DocumentStore {
  readonly incomingFolder = join(tmpdir(), `waggle-incoming-${process.pid}`);
  readonly #documents = new Map<string, { readonly entry: DocumentEntry; readonly content: Buffer }>();
  #bytes = 0;

  async create(entry: DocumentEntry, file: string): Promise<void> {
    if (this.#bytes + entry.metadata.size > MEMORY_STORE_BYTES_MAX) {
      throw new DocumentError(
        'UNAVAILABLE',
        `Expected at most ${MEMORY_STORE_BYTES_MAX} bytes in the store in memory, but it is full`,
      );
    }
    const content = await readFile(file);
    if (this.#documents.has(entry.documentId)) throw documentExists(entry.documentId);
    this.#documents.set(entry.documentId, { entry, content });
    this.#bytes += content.length;
  }

  async find(documentId: string): Promise<DocumentEntry | undefined> {
    return this.#documents.get(documentId)?.entry;
  }

  async read(documentId: string, range?: ByteRange): Promise<Readable> {
    const document = this.#documents.get(documentId);
    if (document === undefined) throw documentNotFound(documentId);
    const { content } = document;
    return Readable.from([range === undefined ? content : content.subarray(range.first, range.last + 1)], {
      objectMode: false,
    });
  }

  async delete(documentId: string): Promise<boolean> {
    const document = this.#documents.get(documentId);
    if (document === undefined) return false;
    this.#bytes -= document.content.length;
    return this.#documents.delete(documentId);
  }

  async removeExpired(nowMs: number): Promise<number> {
    const expired = [...this.#documents.values()]
      .filter(({ entry }) => (entry.metadata.expiresAt ?? Number.POSITIVE_INFINITY) <= nowMs)
      .slice(0, CLEAN_UP_BATCH_MAX);
    for (const { entry } of expired) await this.delete(entry.documentId);
    return expired.length;
  }
}
