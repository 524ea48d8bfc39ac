/**
 * Documents in a bucket.
 *
 *     PREFIX documents/ID                   the content; what is known of it lies in the object's metadata
 *     PREFIX expiring/000001767225600/ID    empty objects, grouped by the hour the document expires
 *
 * 1. One request makes a document, content and metadata together, and only if there is none (`if-none-match`).
 * 2. S3 checks the content against the hash in the signature, so what is damaged on its way is refused.
 */
import { openAsBlob } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as sleep } from 'node:timers/promises';
import { attachmentNamed } from '../attachment-name.ts';
import type { ByteRange, DocumentEntry } from '../document.ts';
import type { DocumentStore } from '../document-store.ts';
import { DocumentError, documentExists, documentNotFound } from '../errors.ts';
import { expiryGroupOf, hasExpired } from '../expiry-group.ts';
import { CLEAN_UP_BATCH_MAX } from '../limits.ts';
import type { S3Client, S3Request } from './s3-client.ts';
import { EMPTY_PAYLOAD_HASH, encodeRfc3986 } from './sign-request.ts';

const ENTRY_HEADER = 'x-amz-meta-waggle';

/** Bytes of metadata that S3 keeps with an object, less the header's name. */
const ENTRY_BYTES_MAX = 2_048 - ENTRY_HEADER.length;

/** S3 asks clients to come again after a 503 (`SlowDown`); longer waits are the caller's business. */
const ATTEMPTS_MAX = 3;
const RETRY_MS = 150;

/** Bytes of an answer that is an error, repeated in the log. */
const ERROR_LENGTH_MAX = 500;

export class S3DocumentStore implements DocumentStore {
  readonly incomingFolder = join(tmpdir(), `waggle-incoming-${process.pid}`);
  readonly #client: S3Client;
  readonly #prefix: string;

  /** @param prefix of the names of all objects; empty, or ending with a slash. */
  constructor(client: S3Client, prefix = '') {
    this.#client = client;
    this.#prefix = prefix;
  }

  async create(entry: DocumentEntry, file: string): Promise<void> {
    const { documentId, contentHash, metadata } = entry;
    const text = Buffer.from(JSON.stringify(entry)).toString('base64url');
    if (text.length > ENTRY_BYTES_MAX) {
      throw new DocumentError(
        'INVALID_INPUT',
        `Expected metadata of at most ${Math.floor((ENTRY_BYTES_MAX * 3) / 4)} bytes, as S3 keeps no more, but it has ${JSON.stringify(entry).length}. Shorten customProperties`,
      );
    }
    if (metadata.expiresAt !== undefined) {
      const marker = this.#markerKey(expiryGroupOf(metadata.expiresAt), documentId);
      await this.#send(
        { method: 'PUT', key: marker, body: { content: new Blob([]), hash: EMPTY_PAYLOAD_HASH } },
        [200],
      );
    }
    const { status } = await this.#send(
      {
        method: 'PUT',
        key: this.#documentKey(documentId),
        headers: {
          'content-type': metadata.contentType,
          'content-disposition': attachmentNamed(metadata.fileName),
          'if-none-match': '*',
          [ENTRY_HEADER]: text,
        },
        body: { content: await openAsBlob(file), hash: contentHash },
      },
      [200, 412],
    );
    if (status === 412) throw documentExists(documentId);
  }

  async find(documentId: string): Promise<DocumentEntry | undefined> {
    const { status, headers } = await this.#send({ method: 'HEAD', key: this.#documentKey(documentId) }, [200, 404]);
    if (status === 404) return undefined;
    const text = headers.get(ENTRY_HEADER);
    // Put there by something else.
    if (text === null) return undefined;
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as DocumentEntry;
  }

  async read(documentId: string, range?: ByteRange): Promise<Readable> {
    const response = await this.#request({
      method: 'GET',
      key: this.#documentKey(documentId),
      headers: range === undefined ? {} : { range: `bytes=${range.first}-${range.last}` },
    });
    if (response.status === 404) {
      await response.body?.cancel();
      throw documentNotFound(documentId);
    }
    if (response.status !== 200 && response.status !== 206) throw await refused(response);
    return response.body === null ? Readable.from([]) : Readable.fromWeb(response.body as ReadableStream);
  }

  async delete(documentId: string): Promise<boolean> {
    // Deleting what is not there succeeds, too, so it does not tell.
    if ((await this.find(documentId)) === undefined) return false;
    await this.#send({ method: 'DELETE', key: this.#documentKey(documentId) }, [200, 204]);
    return true;
  }

  link(documentId: string, timeToLiveMs: number): string {
    return this.#client.presign(this.#documentKey(documentId), Math.max(1, Math.floor(timeToLiveMs / 1_000)));
  }

  async removeExpired(nowMs: number): Promise<number> {
    const prefix = `${this.#prefix}expiring/`;
    const query = { 'list-type': '2', prefix, 'max-keys': String(CLEAN_UP_BATCH_MAX), 'encoding-type': 'url' };
    const { text } = await this.#send({ method: 'GET', key: '', query }, [200]);
    let removed = 0;
    // Names come sorted, so the first that has not expired ends it.
    for (const [, encoded = ''] of text.matchAll(/<Key>([^<]*)<\/Key>/g)) {
      const key = decodeURIComponent(encoded.replaceAll('+', ' '));
      const [group = '', name = ''] = key.slice(prefix.length).split('/');
      if (!hasExpired(group, nowMs)) break;
      const documentId = decodeURIComponent(name);
      const expiresAt = (await this.find(documentId))?.metadata.expiresAt;
      // Deleted and made anew under the same id, it may expire later or never.
      if (expiresAt !== undefined && expiresAt <= nowMs && (await this.delete(documentId))) removed++;
      await this.#send({ method: 'DELETE', key }, [200, 204]);
    }
    return removed;
  }

  #documentKey(documentId: string): string {
    return `${this.#prefix}documents/${nameOf(documentId)}`;
  }

  #markerKey(group: string, documentId: string): string {
    return `${this.#prefix}expiring/${group}/${nameOf(documentId)}`;
  }

  async #send(
    request: S3Request,
    expected: readonly number[],
  ): Promise<{ readonly status: number; readonly headers: Headers; readonly text: string }> {
    const response = await this.#request(request);
    if (!expected.includes(response.status)) throw await refused(response);
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  /** Tries again what S3 was too busy for. A document is sent once: a second try might find what the first one made. */
  async #request(request: S3Request): Promise<Response> {
    const attempts = request.method === 'PUT' ? 1 : ATTEMPTS_MAX;
    for (let attempt = 1; ; attempt++) {
      try {
        const response = await this.#client.send(request);
        if (response.status < 500 || attempt === attempts) return response;
        await response.body?.cancel();
      } catch (cause) {
        if (attempt === attempts) {
          throw new DocumentError('UNAVAILABLE', 'Expected an answer of the document store, but it cannot be reached', {
            cause,
          });
        }
      }
      await sleep(RETRY_MS * attempt);
    }
  }
}

/** One part of an object's name: slashes and dots in an id mean nothing in a path. */
function nameOf(documentId: string): string {
  return encodeRfc3986(documentId).replaceAll('.', '%2E');
}

async function refused(response: Response): Promise<DocumentError> {
  const text = (await response.text()).slice(0, ERROR_LENGTH_MAX);
  const code = /<Code>([^<]*)<\/Code>/.exec(text)?.[1];
  return new DocumentError(
    'UNAVAILABLE',
    `Expected the document store to carry out the request, but it answered ${response.status}${code === undefined ? '' : ` (${code})`}`,
    { cause: text },
  );
}
