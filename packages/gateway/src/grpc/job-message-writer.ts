/**
 * Writes jobs to a client and remembers them until they have left for the network: HTTP/2 holds back what a slow
 * client does not read, and when that client goes, what was held back must return to the partitions.
 */
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ActivatedJob } from '@waggle/protocol';

export class JobMessageWriter<Message> {
  readonly #call: ServerWritableStream<object, Message>;
  readonly #unsent = new Set<readonly ActivatedJob[]>();
  #isReady = true;

  constructor(call: ServerWritableStream<object, Message>) {
    this.#call = call;
    call.on('drain', () => {
      this.#isReady = true;
    });
  }

  /** `false` while the client reads more slowly than jobs come. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Jobs in messages the network has not taken. */
  get unsentJobs(): readonly ActivatedJob[] {
    return [...this.#unsent].flat();
  }

  write(message: Message, jobs: readonly ActivatedJob[]): void {
    this.#unsent.add(jobs);
    this.#isReady = this.#call.write(message, (error: Error | null | undefined) => {
      if (!error) this.#unsent.delete(jobs);
    });
  }

  /** Resolves when the client is ready or gone. */
  ready(signal: AbortSignal): Promise<void> {
    if (this.#isReady || signal.aborted) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    const done = () => {
      this.#call.off('drain', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    this.#call.once('drain', done);
    signal.addEventListener('abort', done, { once: true });
    return promise;
  }
}
