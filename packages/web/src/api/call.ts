import { ApiProblem } from './api-problem.ts';
import { noteFreshness } from './freshness.ts';
import type { Operation, RequestParts } from './operation.ts';

/** A server that accepted a connection and says nothing for so long is told of as away. */
const ANSWER_TIMEOUT_MS = 30_000;

/** Enough of an answer that cannot be read to see whose it is. */
const FOUND_SHOWN_LENGTH = 80;

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Asks for another form of the answer: `text/csv`. The answer is then a file. */
  readonly accept?: string;
  /** The answer is read bit by bit and may take as long as it does, once it has begun. Default `false`. */
  readonly isStream?: boolean;
}

/**
 * Carries out one operation of the API.
 * @returns what the operation gives; `undefined` when it gives nothing.
 * @throws {ApiProblem} the server refused it, failed, or is away. `AbortError` when the signal came first.
 */
export async function call<Input extends RequestParts, Output>(
  operation: Operation<Input, Output>,
  input: Input,
  options: CallOptions = {},
): Promise<Output> {
  const answer = await send(operation, input, options);
  switch (operation.answer) {
    case 'json':
      return (await jsonOf(answer, operation.method, operation.path)) as Output;
    case 'text':
      return (await answer.text()) as Output;
    case 'binary':
      return (await answer.blob()) as Output;
    case 'none':
      return undefined as Output;
  }
}

/** As {@link call}, with the whole answer: for headers, files and streams. */
export async function send<Input extends RequestParts, Output>(
  operation: Operation<Input, Output>,
  input: Input,
  { signal, accept, isStream = false }: CallOptions = {},
): Promise<Response> {
  const url = addressOf(operation, input);
  const request = `${operation.method} ${operation.path}`;
  const timeout = new AbortController();
  const timer = setTimeout(
    () => timeout.abort(new DOMException('The server did not answer', 'TimeoutError')),
    ANSWER_TIMEOUT_MS,
  );
  let answer: Response;
  try {
    answer = await fetch(url, {
      method: operation.method,
      signal: signal === undefined ? timeout.signal : AbortSignal.any([signal, timeout.signal]),
      headers: {
        ...(accept === undefined ? {} : { accept }),
        ...(input.body === undefined || input.body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      },
      ...(input.body === undefined
        ? {}
        : { body: input.body instanceof FormData ? input.body : JSON.stringify(input.body) }),
    });
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw new ApiProblem({ status: 0, title: 'Server unreachable', detail: '', request, cause });
  }
  if (isStream) clearTimeout(timer);
  if (!answer.ok) throw await problemOf(answer, request);
  noteFreshness(request, answer.headers.get('waggle-freshness') !== 'stale');
  return answer;
}

export function addressOf(operation: { readonly path: string }, { path, query }: RequestParts): string {
  const filled = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path?.[name])));
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? filled : `${filled}?${text}`;
}

async function jsonOf(answer: Response, method: string, path: string): Promise<unknown> {
  const text = await answer.text();
  const value = parsed(text);
  // Whether it can be worked with at all: a page of a proxy or half an answer is a problem, not data.
  const isList = typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items);
  if (isList || (typeof value === 'object' && value !== null && !path.endsWith('/search'))) return value;
  const found = `${answer.headers.get('content-type') ?? 'nothing'}: ${text.slice(0, FOUND_SHOWN_LENGTH)}`;
  const request = `${method} ${path}`;
  const detail = `Expected what the API gives for ${request}, but found ${found}`;
  throw new ApiProblem({ status: answer.status, title: 'Unreadable answer', detail, request });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // As good as nothing; who asked says what came instead.
    return undefined;
  }
}

async function problemOf(answer: Response, request: string): Promise<ApiProblem> {
  const text = await answer.text().catch(() => '');
  try {
    const { title, detail } = JSON.parse(text) as { title?: string; detail?: string };
    return new ApiProblem({ status: answer.status, title: title ?? answer.statusText, detail: detail ?? '', request });
  } catch {
    // A proxy's page or half an answer: its text helps nobody.
    return new ApiProblem({ status: answer.status, title: answer.statusText, detail: '', request });
  }
}
