/** A search engine over HTTP: one request at a time, to one of its nodes, on a connection that is kept. */
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { SearchServerError } from './errors.ts';
import type { SearchIndexSettings } from './search-index-settings.ts';

/** Of an answer: that of a bulk has a hundred bytes a record. */
const ANSWER_BYTES_MAX = 64 * 1024 * 1024;
/** Of an answer that tells what is wrong, for people. */
const EXCERPT_LENGTH = 300;

export interface SearchServerAnswer {
  readonly status: number;
  /** Parsed; text when it is no JSON. */
  readonly body: unknown;
  /** How long the server asks to be left alone. */
  readonly retryAfterMs: number | undefined;
}

export interface SearchServerRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** With a leading slash. */
  readonly path: string;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Lines of JSON. */
  readonly lines?: Buffer;
}

type Options = Pick<SearchIndexSettings, 'urls' | 'requestTimeoutMs' | 'authentication'>;

export class SearchServer {
  readonly #options: Options;
  readonly #httpAgent = new HttpAgent({ keepAlive: true, maxSockets: 1 });
  readonly #httpsAgent = new HttpsAgent({ keepAlive: true, maxSockets: 1 });
  /** The node that takes requests until it fails. */
  #node = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  /** @throws {SearchServerError} the answer is none of success. */
  async send(request: SearchServerRequest): Promise<SearchServerAnswer> {
    const answer = await this.ask(request);
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw this.refusal(request.method, request.path, answer);
  }

  /**
   * As `send`, for what a server without a feature has nothing of: that it does not know what is asked is no error.
   * @throws {SearchServerError} it may know later.
   */
  async sendIfKnown(request: SearchServerRequest): Promise<void> {
    const answer = await this.ask(request);
    const { status } = answer;
    if (status === 401 || status === 403 || status === 429 || status >= 500) {
      throw this.refusal(request.method, request.path, answer);
    }
  }

  /** What an answer of no success means to people. */
  refusal(method: string, path: string, { status, body, retryAfterMs }: SearchServerAnswer): SearchServerError {
    return new SearchServerError(
      `Expected ${method} ${this.#url(path)} to succeed, but the answer was ${status}: ${reasonOf(body)}`,
      status,
      { retryAfterMs },
    );
  }

  /** @returns any answer. @throws {SearchServerError} there was none. */
  async ask(request: SearchServerRequest): Promise<SearchServerAnswer> {
    const url = this.#url(request.path);
    try {
      return await this.#exchange(url, request);
    } catch (cause) {
      // The next try goes to the next node.
      this.#node = (this.#node + 1) % this.#options.urls.length;
      const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
      throw new SearchServerError(`Expected an answer of ${url}, but there was none: ${reason}`, undefined, { cause });
    }
  }

  close(): void {
    this.#httpAgent.destroy();
    this.#httpsAgent.destroy();
  }

  #url(path: string): string {
    return `${this.#options.urls[this.#node]}${path}`;
  }

  #exchange(url: string, { method, json, lines }: SearchServerRequest): Promise<SearchServerAnswer> {
    const body = lines ?? (json === undefined ? undefined : Buffer.from(JSON.stringify(json)));
    const isSecure = url.startsWith('https:');
    const { requestTimeoutMs, authentication } = this.#options;
    return new Promise((resolve, reject) => {
      const request = (isSecure ? httpsRequest : httpRequest)(url, {
        method,
        agent: isSecure ? this.#httpsAgent : this.#httpAgent,
        headers: {
          accept: 'application/json',
          ...(body !== undefined && {
            'content-type': lines === undefined ? 'application/json' : 'application/x-ndjson',
            'content-length': String(body.length),
          }),
          ...(authentication !== undefined && {
            authorization: `Basic ${Buffer.from(`${authentication.username}:${authentication.password}`).toString('base64')}`,
          }),
        },
      });
      const timer = setTimeout(
        () => request.destroy(new Error(`it took longer than ${requestTimeoutMs} ms`)),
        requestTimeoutMs,
      );
      const end = (action: () => void): void => {
        clearTimeout(timer);
        action();
      };
      request.on('error', (error) => end(() => reject(error)));
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > ANSWER_BYTES_MAX)
            request.destroy(new Error(`its answer is larger than ${ANSWER_BYTES_MAX} bytes`));
          else chunks.push(chunk);
        });
        response.on('error', (error) => end(() => reject(error)));
        response.on('end', () =>
          end(() =>
            resolve({
              status: response.statusCode ?? 0,
              body: parsed(Buffer.concat(chunks).toString()),
              retryAfterMs: millisecondsOf(response.headers['retry-after']),
            }),
          ),
        );
      });
      request.end(body);
    });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page, or nothing: who asked decides by the status.
    return text;
  }
}

function millisecondsOf(seconds: string | undefined): number | undefined {
  return seconds !== undefined && /^\d{1,4}$/.test(seconds) ? Number(seconds) * 1_000 : undefined;
}

interface ErrorAnswer {
  readonly error?: { readonly type?: unknown; readonly reason?: unknown } | string;
}

function reasonOf(body: unknown): string {
  const error = typeof body === 'object' && body !== null ? (body as ErrorAnswer).error : undefined;
  if (typeof error === 'object' && error.reason !== undefined) return `${String(error.reason)} (${String(error.type)})`;
  return (typeof body === 'string' ? body : JSON.stringify(body)).slice(0, EXCERPT_LENGTH);
}
