import { ApiProblem } from '../../../../api/api-problem.ts';
import type { FromWorker, ReplayRequests, RequestName, ToldProblem, ToWorker } from './replay-requests.ts';

/** There can be no test of this instance; the message says why. */
export class NoTest extends Error {
  override readonly name = 'NoTest';
}

interface Waiting {
  resolve(output: unknown): void;
  reject(error: Error): void;
}

/** The page's side of the worker. */
export class ReplayClient {
  readonly #worker = new Worker(new URL('./replay-worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #failure: Error | undefined;

  /** @param onProgress told while records are loaded, with how many they are. */
  constructor(onProgress: (records: number) => void) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === 'progress') {
        onProgress(data.records);
        return;
      }
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.kind === 'answer') waiting?.resolve(data.output);
      else waiting?.reject(errorOf(data.problem));
    });
    this.#worker.addEventListener('error', (event) => {
      this.#failure = new Error(event.message || 'The part of the page that replays could not be loaded');
      for (const waiting of this.#waiting.values()) waiting.reject(this.#failure);
      this.#waiting.clear();
    });
  }

  /** @throws {ApiProblem} the server refused what the worker asked it. {NoTest} for `scenario`. */
  ask<Name extends RequestName>(
    name: Name,
    input: ReplayRequests[Name]['input'],
  ): Promise<ReplayRequests[Name]['output']> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (output: unknown) => void, reject });
      this.#worker.postMessage({ id, name, input } as ToWorker);
    });
  }

  /** What was asked and is not answered is never answered. */
  close(): void {
    this.#worker.terminate();
    this.#waiting.clear();
  }
}

function errorOf({ message, api, isNoScenario = false }: ToldProblem): Error {
  if (api !== undefined) return new ApiProblem(api);
  return isNoScenario ? new NoTest(message) : new Error(message);
}
