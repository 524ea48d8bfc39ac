/** Carries a scenario out against a running server, and watches what its exporter writes. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandRequest } from './command-request.ts';
import type { Answer, Driver } from './driver.ts';
import type { ObservedRecord } from './observed-record.ts';
import type { RecordsFile } from './records-file.ts';
import type { WireCommands } from './rest-commands.ts';

/** What a server needs to get through with a step, on a machine busy with other work. */
const PATIENCE_MS = 10_000;
/** How long to wait for the record of a command that was answered. */
const RECORD_TIMEOUT_MS = 5_000;
const POLL_MS = 5;
/** Behind a turn of the clock, when nothing came for this long nothing is due any more. */
const QUIET_MS = 80;

const REJECTION_BY_STATUS: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  404: 'NOT_FOUND',
  409: 'INVALID_STATE',
};
const REJECTION_BY_GRPC_CODE: Readonly<Record<number, string>> = {
  3: 'INVALID_ARGUMENT',
  5: 'NOT_FOUND',
  6: 'ALREADY_EXISTS',
  9: 'INVALID_STATE',
};
const REJECTIONS: ReadonlySet<unknown> = new Set([
  ...Object.values(REJECTION_BY_STATUS),
  ...Object.values(REJECTION_BY_GRPC_CODE),
]);

export class WireDriver implements Driver {
  readonly patienceMs = PATIENCE_MS;
  readonly pushed: readonly string[] = [];
  readonly #commands: WireCommands;
  readonly #records: RecordsFile;
  /** Read and not handed over yet. */
  #taken: ObservedRecord[] = [];
  /** Records read ever. */
  #readCount = 0;
  #clock: { pinnedMs: number | undefined };

  /** @param clock shared with the commands, which pin it. */
  constructor(commands: WireCommands, records: RecordsFile, clock: { pinnedMs: number | undefined }) {
    this.#commands = commands;
    this.#records = records;
    this.#clock = clock;
  }

  async begin({ turnsClock }: { readonly turnsClock: boolean }): Promise<void> {
    await this.#records.take();
    if (turnsClock) await this.#pin(Date.now());
  }

  async end(): Promise<void> {
    if (this.#clock.pinnedMs === undefined) return;
    this.#clock.pinnedMs = undefined;
    await this.#commands.resetClock({});
  }

  async send(command: CommandRequest): Promise<Answer> {
    const before = this.#readCount;
    try {
      // The table's function fits the name, which the compiler cannot follow through a union.
      const call = this.#commands[command.name] as (request: CommandRequest['with']) => Promise<Answer>;
      if (command.name === 'pinClock') this.#clock.pinnedMs ??= Date.now();
      const answer = await call(command.with);
      if (command.name === 'pinClock') this.#clock.pinnedMs = (this.#clock.pinnedMs ?? 0) + command.with.byMs;
      if (command.name === 'resetClock') this.#clock.pinnedMs = undefined;
      if (writesRecord(command, answer)) await this.#untilRecorded(before);
      return answer;
    } catch (error) {
      return refusal(error);
    }
  }

  /** Answers come when they come. */
  async settle(): Promise<void> {}

  async advance(ms: number): Promise<void> {
    await this.#pin((this.#clock.pinnedMs ?? Date.now()) + ms);
    await this.#untilQuiet();
  }

  async fault(): Promise<void> {
    throw new Error('Expected a scenario that spares the server, but it makes something fail: run it in process only');
  }

  async takeRecords(): Promise<readonly ObservedRecord[]> {
    // A command that was not waited for may collect records at the same time.
    await this.#read();
    return this.#taken.splice(0);
  }

  async #pin(timeMs: number): Promise<void> {
    // First here: the command counts from where the clock is known to stand, and real time goes on meanwhile.
    this.#clock.pinnedMs = timeMs;
    await this.#commands.pinClock({ byMs: 0 });
  }

  async #read(): Promise<void> {
    for (const record of await this.#records.take()) {
      this.#taken.push(record);
      this.#readCount += 1;
    }
  }

  /** The command's own record and what it led to come together. */
  async #untilRecorded(before: number): Promise<void> {
    const endMs = performance.now() + RECORD_TIMEOUT_MS;
    while (performance.now() < endMs) {
      await this.#read();
      if (this.#readCount > before) return;
      await sleep(POLL_MS);
    }
  }

  async #untilQuiet(): Promise<void> {
    for (let count = -1; count !== this.#readCount; ) {
      count = this.#readCount;
      await sleep(QUIET_MS);
      await this.#read();
    }
  }
}

/** An evaluation, or an activation that found nothing, may leave nothing in the log. */
function writesRecord({ name }: CommandRequest, answer: Answer): boolean {
  if (name === 'evaluate' || name === 'evaluateConditions') return false;
  return name !== 'activate' || ('jobs' in answer && (answer.jobs?.length ?? 0) > 0);
}

/** @throws what is no refusal. */
function refusal(error: unknown): Answer {
  const { status, title, code } = (error ?? {}) as { status?: number; title?: unknown; code?: number };
  const type = REJECTIONS.has(title)
    ? String(title)
    : (REJECTION_BY_STATUS[status ?? 0] ?? REJECTION_BY_GRPC_CODE[code ?? 0]);
  if (type === undefined) throw error;
  // Gateways word some reasons in their own way.
  return { rejection: { type, reason: '' } };
}
