/** The few requests that a store of documents makes to S3, or to what speaks its protocol (MinIO, Ceph, R2 …). */
import { EMPTY_PAYLOAD_HASH, encodeRfc3986, presignedUrl, type S3Credentials, signRequest } from './sign-request.ts';

export interface S3ClientOptions {
  readonly bucket: string;
  /** Default `us-east-1`, which stores other than AWS take, too. */
  readonly region: string;
  /** `https://host:port` of a store other than AWS; the bucket is then the first part of the path. */
  readonly endpoint?: string | undefined;
  readonly credentials: S3Credentials;
  /** Default the system's clock. */
  readonly now?: () => number;
}

export interface S3Request {
  readonly method: 'GET' | 'PUT' | 'HEAD' | 'DELETE';
  /** Name of the object; empty = the bucket. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  /** In lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly content: Blob; readonly hash: string };
}

/** Ms until an answer begins; content takes as long as it takes. */
const ANSWER_TIMEOUT_MS = 60_000;

export class S3Client {
  readonly #options: S3ClientOptions;
  readonly #now: () => number;

  constructor(options: S3ClientOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** @returns the answer, whatever its status. @throws when there is none. */
  async send({ method, key, query = {}, headers = {}, body }: S3Request): Promise<Response> {
    const url = this.#urlOf(key);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const { credentials, region } = this.#options;
    const signed = signRequest({
      method,
      url,
      headers,
      payloadHash: body?.hash ?? EMPTY_PAYLOAD_HASH,
      credentials,
      region,
      nowMs: this.#now(),
    });
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(new Error('no answer in time')), ANSWER_TIMEOUT_MS);
    try {
      return await fetch(url, {
        method,
        headers: signed,
        body: body?.content ?? null,
        redirect: 'manual',
        signal: timeout.signal,
      });
    } finally {
      clearTimeout(timer);
    }
  }

  /** A URL by which anyone can read an object for a while. */
  presign(key: string, expiresInSeconds: number): string {
    const { credentials, region } = this.#options;
    return presignedUrl({ url: this.#urlOf(key), credentials, region, nowMs: this.#now(), expiresInSeconds });
  }

  #urlOf(key: string): URL {
    const { bucket, region, endpoint } = this.#options;
    const path = key.split('/').map(encodeRfc3986).join('/');
    return endpoint === undefined
      ? new URL(`https://${bucket}.s3.${region}.amazonaws.com/${path}`)
      : new URL(`${endpoint.replace(/\/+$/, '')}/${encodeRfc3986(bucket)}/${path}`);
  }
}
