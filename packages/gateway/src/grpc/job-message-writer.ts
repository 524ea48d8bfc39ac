/**
 * Writes jobs to a client and remembers them until they have left for the network: HTTP/2 holds back what a slow
 * client does not read, and when that client goes, what was held back must return to the partitions.
 */
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ActivatedJob } from '@waggle/protocol';

/**
 * Jobs that may wait here for a client to read them: what one flush of the log releases at once, so that a client that
 * keeps up is never taken for a slow one.
 */
const UNSENT_JOBS_MAX = 512;
/** Characters of their variables: a few large jobs are as much as many small ones. */
const UNSENT_TEXT_MAX = 4 * 1024 * 1024;

export class JobMessageWriter<Message> {
  readonly #call: ServerWritableStream<object, Message>;
  readonly #unsent = new Set<readonly ActivatedJob[]>();
  #unsentText = 0;
  #isReady = true;

  constructor(call: ServerWritableStream<object, Message>) {
    this.#call = call;
    call.on('drain', () => {
      this.#isReady = true;
    });
  }

  /** `false` while the client reads more slowly than jobs come and as many wait as may. */
  get hasRoom(): boolean {
    return this.#unsent.size < UNSENT_JOBS_MAX && this.#unsentText < UNSENT_TEXT_MAX;
  }

  /** Jobs in messages the network has not taken. */
  get unsentJobs(): readonly ActivatedJob[] {
    return [...this.#unsent].flat();
  }

  write(message: Message, jobs: readonly ActivatedJob[]): void {
    const text = jobs.reduce((length, { variables }) => length + variables.length, 0);
    this.#unsent.add(jobs);
    this.#unsentText += text;
    this.#isReady = this.#call.write(message, (error: Error | null | undefined) => {
      if (error) return;
      this.#unsent.delete(jobs);
      this.#unsentText -= text;
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
