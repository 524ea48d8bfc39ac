/**
 * A search engine as exporters see it: templates, policies, bulks and their answers over real HTTP, strict about what it
 * is sent, and with the failures of real ones on demand.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface StoredDocument {
  readonly index: string;
  readonly id: string;
  readonly routing: string;
  /** As it came, so that no digit of a key is lost. */
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into documents without declaring them once more.
  readonly source: any;
  /** How often it was written. */
  version: number;
}

export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** What the next bulk meets instead of its usual answer; in the order they were given. */
export type Failure =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  /** Items at these places are refused, the others taken. */
  | { readonly kind: 'items'; readonly status: number; readonly places: readonly number[] }
  /** The connection breaks before anything is taken. */
  | { readonly kind: 'reset' }
  /** Everything is taken, and then the connection breaks. */
  | { readonly kind: 'lostAnswer' }
  | { readonly kind: 'slow'; readonly ms: number };

type Json = Readonly<Record<string, unknown>>;

export class TestSearchServer {
  readonly requests: ReceivedRequest[] = [];
  /** By index and id. */
  readonly documents = new Map<string, StoredDocument>();
  readonly templates = new Map<string, Json>();
  readonly policies = new Map<string, Json>();
  readonly bulkSizes: number[] = [];
  readonly failures: Failure[] = [];
  /** Larger requests are answered with 413. */
  bodyBytesMax = Number.POSITIVE_INFINITY;
  /** Requests without it are answered with 401. */
  credentials: string | undefined;
  /** Everything is answered with it, whatever it is. */
  outage: number | undefined;
  readonly #server: Server;
  #bulks = 0;

  constructor() {
    this.#server = createServer((request, response) => void this.#handle(request, response));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Bulks that were begun, also those that failed. */
  get bulks(): number {
    return this.#bulks;
  }

  all(): readonly StoredDocument[] {
    return [...this.documents.values()];
  }

  listen(port = 0): Promise<void> {
    return new Promise((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { method = '', url = '' } = request;
    const path = url.replace(/\?.*$/, '');
    const { authorization } = request.headers;
    this.requests.push({ method, path: url, authorization, body: body.toString() });
    if (this.outage !== undefined) return answer(response, this.outage, { error: 'outage' });
    if (this.credentials !== undefined && authorization !== this.credentials) {
      return answer(response, 401, { error: { type: 'security_exception', reason: 'missing authentication' } });
    }
    if (body.length > this.bodyBytesMax) return answer(response, 413, 'Request Entity Too Large');
    if (path === '/_bulk') return this.#bulk(request, response, body.toString());
    const [kind = '', ...names] = path.slice(1).split('/');
    const name = decodeURIComponent(names.at(-1) ?? '');
    if (kind === '_component_template' || kind === '_index_template') {
      this.templates.set(name, parsedObject(body));
      return answer(response, 200, { acknowledged: true });
    }
    if (path.startsWith('/_ilm/policy/') && method === 'PUT') {
      this.policies.set(name, parsedObject(body));
      return answer(response, 200, { acknowledged: true });
    }
    if (path.startsWith('/_plugins/_ism/')) return this.#stateManagement(response, method, url, name, body);
    if (path.endsWith('/_settings') && method === 'PUT') return answer(response, 200, { acknowledged: true });
    return answer(response, 400, {
      error: { type: 'illegal_argument_exception', reason: `no handler for ${method} ${path}` },
    });
  }

  async #bulk(request: IncomingMessage, response: ServerResponse, body: string): Promise<unknown> {
    this.#bulks++;
    const failure = this.failures.shift();
    switch (failure?.kind) {
      case 'reset':
        return request.socket.destroy();
      case 'status':
        if (failure.retryAfter !== undefined) response.setHeader('retry-after', String(failure.retryAfter));
        return answer(response, failure.status, {
          error: { type: 'es_rejected_execution_exception', reason: 'rejected execution' },
        });
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, failure.ms));
        break;
    }
    if (request.headers['content-type'] !== 'application/x-ndjson' || !body.endsWith('\n')) {
      return answer(response, 400, { error: { type: 'illegal_argument_exception', reason: 'expected lines' } });
    }
    const lines = body.slice(0, -1).split('\n');
    const items: Json[] = [];
    for (let place = 0; place * 2 < lines.length; place++) {
      const refusal = failure?.kind === 'items' && failure.places.includes(place) ? failure.status : undefined;
      items.push(this.#index(lines[place * 2]!, lines[place * 2 + 1]!, refusal));
    }
    this.bulkSizes.push(items.length);
    if (failure?.kind === 'lostAnswer') {
      return request.socket.destroy();
    }
    return answer(response, 200, { took: 1, errors: failure?.kind === 'items', items });
  }

  #index(action: string, text: string, refusal: number | undefined): Json {
    const { index } = JSON.parse(action) as { index: { _index: string; _id: string; routing: string } };
    const { _index, _id, routing } = index;
    if (refusal !== undefined) {
      return { index: { _index, _id, status: refusal, error: { type: 'refused', reason: 'as the test wants' } } };
    }
    const id = `${_index}/${_id}`;
    const before = this.documents.get(id);
    if (before !== undefined && before.text !== text)
      throw new Error(`Expected ${id} to be the same when it comes again`);
    const version = (before?.version ?? 0) + 1;
    this.documents.set(id, { index: _index, id: _id, routing, text, source: JSON.parse(text), version });
    return { index: { _index, _id, status: version === 1 ? 201 : 200, result: version === 1 ? 'created' : 'updated' } };
  }

  #stateManagement(response: ServerResponse, method: string, url: string, name: string, body: Buffer): unknown {
    const path = url.replace(/\?.*$/, '');
    if (!path.startsWith('/_plugins/_ism/policies/'))
      return answer(response, 200, { failures: false, updated_indices: 0 });
    const existing = this.policies.get(name);
    if (method === 'GET') {
      if (existing === undefined)
        return answer(response, 404, { error: { type: 'status_exception', reason: 'not found' } });
      return answer(response, 200, { _id: name, _version: 1, _seq_no: 7, _primary_term: 2, ...existing });
    }
    if (method === 'DELETE') {
      this.policies.delete(name);
      return answer(response, 200, { result: 'deleted' });
    }
    if (existing !== undefined && !url.endsWith('?if_seq_no=7&if_primary_term=2')) {
      return answer(response, 409, { error: { type: 'version_conflict_engine_exception', reason: 'document exists' } });
    }
    this.policies.set(name, parsedObject(body));
    return answer(response, existing === undefined ? 201 : 200, { _id: name });
  }
}

/** Runs until the test ends. */
export async function startTestSearchServer(): Promise<TestSearchServer> {
  const server = new TestSearchServer();
  await server.listen();
  onTestFinished(() => server.close());
  return server;
}

function parsedObject(body: Buffer): Json {
  return JSON.parse(body.toString()) as Json;
}

function answer(response: ServerResponse, status: number, body: unknown): ServerResponse {
  response.writeHead(status, { 'content-type': 'application/json' });
  return response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
