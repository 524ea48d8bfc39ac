import type { Search } from '@waggle/search';
import { pino } from 'pino';
import type { ChangeSource } from '../src/changes/index.ts';
import { createDispatch } from '../src/dispatch/index.ts';
import { Documents, MemoryDocumentStore } from '../src/documents/index.ts';
import { createRestServer, type RestServer, type RestServerOptions } from '../src/rest/create-rest-server.ts';
import { ScriptedPort } from './scripted-port.ts';

export interface RestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; `undefined` when there is none. */
  readonly json: Record<string, unknown> | undefined;
}

/** A REST server on a real socket in front of a scripted port. */
export interface RestFixture {
  readonly port: ScriptedPort;
  readonly server: RestServer;
  /** `http://127.0.0.1:…` */
  readonly url: string;
  /** @param body text is sent as it is, form data as multipart, anything else as JSON. */
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<RestAnswer>;
  close(): Promise<void>;
}

export async function startRest(
  options: Partial<RestServerOptions> & {
    readonly partitionCount?: number;
    readonly search?: Search;
    readonly changes?: ChangeSource;
    readonly documents?: Documents | 'none';
  } = {},
): Promise<RestFixture> {
  const port = new ScriptedPort(options.partitionCount);
  const documents = documentsOf(options.documents);
  const dispatch = createDispatch(port, { ...options, documents });
  const server = await createRestServer({
    port,
    dispatch,
    host: '127.0.0.1',
    restPort: 0,
    logger: pino({ level: 'silent' }),
    ...options,
  });
  const url = `http://${server.address}`;
  return {
    port,
    server,
    url,
    async request(method, path, body, headers = {}) {
      const isForm = body instanceof FormData;
      const response = await fetch(url + path, {
        method,
        headers: body === undefined || isForm ? headers : { 'content-type': 'application/json', ...headers },
        redirect: 'manual',
        body: body === undefined ? null : isForm ? body : typeof body === 'string' ? body : JSON.stringify(body),
      });
      const text = isEndless(response) ? '' : await response.text();
      if (isEndless(response)) await response.body?.cancel();
      const isJson = response.headers.get('content-type')?.includes('json') === true;
      return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
    },
    async close() {
      await server.close();
      dispatch.close();
      documents?.close();
    },
  };
}

/** A stream of events ends when one of the two goes: that it began is the answer. */
function isEndless({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('text/event-stream') === true;
}

/** Kept in memory unless a test brings its own. */
function documentsOf(given: Documents | 'none' | undefined): Documents | undefined {
  if (given === 'none') return undefined;
  return given ?? new Documents({ stores: { 'in-memory': new MemoryDocumentStore() } });
}

/** What a problem must look like, whatever its detail. */
export function problem(status: number, title: string, detail: string, instance: string): Record<string, unknown> {
  return { type: 'about:blank', title, status, detail, instance };
}
