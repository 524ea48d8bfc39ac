import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Answer, Call } from './answer-calls.ts';

/** A process of the bench that does not end when asked has got stuck; its figures are already here. */
const STOP_TIMEOUT_MS = 10_000;
/** No call takes as long on a working server; without an end a lost job would hang the bench. */
const CALL_TIMEOUT_MS = 60_000;
/** Output kept for the message of a failure. */
const OUTPUT_LENGTH_MAX = 5_000;

export interface RemoteProcessOptions {
  readonly args?: readonly string[];
  readonly execArgv?: readonly string[];
}

/** A child process whose functions are called by name; see `answerCalls`. */
export class RemoteProcess {
  /** Those that have not ended. */
  static readonly #running = new Set<RemoteProcess>();
  readonly #child: ChildProcess;
  readonly #script: string;
  readonly #pending = new Map<number, PromiseWithResolvers<unknown>>();
  readonly #ready = Promise.withResolvers<void>();
  /** Only ever rejects. */
  readonly #ended = Promise.withResolvers<never>();
  #lastId = 0;
  #output = '';

  /** Resolves when the child takes calls. @throws {Error} with its output, when it ends before. */
  static async start(script: URL, options: RemoteProcessOptions = {}): Promise<RemoteProcess> {
    const remote = new RemoteProcess(fileURLToPath(script), options);
    await remote.#ready.promise;
    return remote;
  }

  /** Ends what a row left running because it failed. */
  static async killAll(): Promise<void> {
    await Promise.all([...RemoteProcess.#running].map((remote) => remote.kill()));
  }

  private constructor(script: string, { args = [], execArgv = [] }: RemoteProcessOptions) {
    this.#script = script;
    // Ending is an error only to those who wait for something.
    this.#ended.promise.catch(() => undefined);
    this.#child = fork(script, args, { execArgv: [...execArgv], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#output = (this.#output + chunk).slice(-OUTPUT_LENGTH_MAX);
      });
    }
    this.#child.on('message', (answer: Answer) => this.#receive(answer));
    RemoteProcess.#running.add(this);
    this.#child.on('exit', (code, signal) => {
      RemoteProcess.#running.delete(this);
      const error = new Error(
        `Expected ${this.#script} to run, but it ended (${code ?? signal}) and wrote:\n${this.#output}`,
      );
      this.#ready.reject(error);
      this.#ended.reject(error);
      for (const { reject } of this.#pending.values()) reject(error);
    });
  }

  /** Resolves when the child has written what is looked for. @throws {Error} when it ends before. */
  async untilOutput(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.#output);
      if (found !== null) return found;
      await Promise.race([once(this.#child.stdout!, 'data'), this.#ended.promise]);
    }
  }

  /** @throws {Error} of the child, or that no answer came. */
  call<Value>(name: string, argument?: unknown): Promise<Value> {
    const id = ++this.#lastId;
    const answer = Promise.withResolvers<unknown>();
    this.#pending.set(id, answer);
    const timer = setTimeout(() => {
      answer.reject(
        new Error(
          `Expected ${this.#script} to answer ${name} within ${CALL_TIMEOUT_MS} ms, but it wrote:\n${this.#output}`,
        ),
      );
    }, CALL_TIMEOUT_MS);
    const call: Call = { id, name, argument };
    this.#child.send(call, (error) => {
      if (error !== null) answer.reject(error);
    });
    return answer.promise.finally(() => clearTimeout(timer)) as Promise<Value>;
  }

  /** Ends the child as a user would, by force when it does not follow. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await gone;
    clearTimeout(timer);
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  #receive(answer: Answer): void {
    if (answer.kind === 'ready') {
      this.#ready.resolve();
      return;
    }
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if (answer.kind === 'answer') pending?.resolve(answer.value);
    else pending?.reject(new Error(`${this.#script}: ${answer.message}`));
  }
}
