import { CliError, type CliErrorCode } from '../cli-error.ts';
import { problemText } from './problem-text.ts';

const API_PREFIX = '/v2';

/** A server's REST API, `/v2` and below. */
export interface RestClient {
  /** @returns the parsed answer; `undefined` when it has no body. @throws {CliError} unreachable or rejected. */
  send(request: RestRequest): Promise<unknown>;
  /**
   * Reads a long answer as it comes.
   * @throws {CliError} unreachable or rejected; INCOMPLETE_ANSWER when it breaks off.
   */
  stream(request: RestRequest & { readonly accept: string }): AsyncIterable<string>;
  /** Reads what is no JSON. @param path from the server's root on. @throws {CliError} unreachable or rejected. */
  read(path: string): Promise<{ readonly text: string; readonly headers: Headers }>;
}

export interface RestRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Behind `/v2`, with a leading slash. */
  readonly path: string;
  /** Sent as JSON, or as multipart form when it is one. */
  readonly body?: FormData | Readonly<Record<string, unknown>>;
  /** Ends waiting for the answer; the request is rejected with the signal's reason then. */
  readonly signal?: AbortSignal;
}

/** @param address `http://host:port`, with or without `/v2`. @throws {CliError} INVALID_OPTION when it is no such URL. */
export function restClient(address: string): RestClient {
  const base = baseUrl(address);
  return {
    async send({ method, path, body, signal }) {
      const response = await request(base, path, {
        method,
        headers: body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' },
        ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
        ...(signal !== undefined && { signal }),
      });
      const text = await response.text();
      if (!response.ok) throw new CliError(refusalCode(response), problemText(response.status, text));
      return text === '' ? undefined : parseAnswer(base, text);
    },
    async *stream({ method, path, body, accept }) {
      const response = await request(base, path, {
        method,
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new CliError(refusalCode(response), problemText(response.status, await response.text()));
      try {
        yield* response.body?.pipeThrough(new TextDecoderStream()) ?? [];
      } catch (cause) {
        throw new CliError(
          'INCOMPLETE_ANSWER',
          `Expected the whole answer from ${base}${path}, but it broke off (${reasonOf(cause)}). What was written is incomplete.`,
          { cause },
        );
      }
    },
    async read(path) {
      const response = await request(base.slice(0, -API_PREFIX.length), path, {});
      const text = await response.text();
      if (!response.ok) throw new CliError(refusalCode(response), problemText(response.status, text));
      return { text, headers: response.headers };
    },
  };
}

function baseUrl(address: string): string {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new CliError(
      'INVALID_OPTION',
      `Expected --address to be a URL such as http://localhost:8080, but it is "${address}".`,
    );
  }
  return `${address.replace(/\/+$/, '').replace(/\/v2$/, '')}${API_PREFIX}`;
}

async function request(base: string, path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`${base}${path}`, init);
  } catch (cause) {
    init.signal?.throwIfAborted();
    throw new CliError(
      'SERVER_UNREACHABLE',
      `Expected a server at ${base}, but it could not be reached (${reasonOf(cause)}). ` +
        'Start one with "waggle start", or name its address with --address or WAGGLE_ADDRESS.',
      { cause },
    );
  }
}

/** `fetch failed` says nothing; the reason is in the cause, or in the causes of several tried addresses. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}

function parseAnswer(base: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CliError(
      'REQUEST_REJECTED',
      `Expected a JSON answer from ${base}, but got "${text.slice(0, 80)}". Is this the address of the REST API?`,
      { cause },
    );
  }
}

/** 503 says that nothing was done because there was too much to do. */
function refusalCode({ status }: Response): CliErrorCode {
  return status === 503 ? 'SERVER_BUSY' : 'REQUEST_REJECTED';
}
