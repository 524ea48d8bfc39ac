/** Several partitions with a bus between them that loses, repeats, delays and reorders commands as a test says. */
import { type Command, type Key, partitionIdOf, partitionIdOfCorrelationKey } from '@waggle/protocol';
import type { EngineOptions } from '../src/index.ts';
import type { Random } from './random.ts';
import { TestEngine } from './test-engine.ts';

/** How the bus treats a command on its way. Probabilities from 0 to 1. */
export interface BusFaults {
  readonly lose: number;
  readonly repeat: number;
  /** Of what is waiting, the chance that something else is delivered first. */
  readonly reorder: number;
}

export const HEALTHY: BusFaults = { lose: 0, repeat: 0, reorder: 0 };

/** How often a broker asks for what was not acknowledged. */
const RETRY_INTERVAL_MS = 10_000;
/** Deliveries of one `settle`; more means that partitions answer each other without end. */
const DELIVERIES_MAX = 20_000;

interface Waiting {
  readonly from: number;
  readonly to: number;
  readonly command: Command;
}

export class TestCluster {
  readonly partitions: TestEngine[];
  faults: BusFaults = HEALTHY;
  /** Chooses, by returning `true`, commands that the bus loses; for tests that lose one thing only. */
  loses: (command: Command, from: number, to: number) => boolean = () => false;
  /** Chooses, by returning `true`, commands that the bus delivers twice. */
  repeats: (command: Command) => boolean = () => false;
  readonly #random: Random | undefined;
  /** Effects of each partition that are on the bus already. */
  readonly #seen: number[];
  #waiting: Waiting[] = [];
  readonly #down = new Set<number>();

  constructor(partitionCount: number, random?: Random, options: Partial<EngineOptions> = {}) {
    this.#random = random;
    this.partitions = Array.from(
      { length: partitionCount },
      (_, index) => new TestEngine({ ...options, partitionId: index + 1, partitionCount }),
    );
    this.#seen = this.partitions.map(() => 0);
  }

  partition(partitionId: number): TestEngine {
    const partition = this.partitions[partitionId - 1];
    if (partition === undefined) throw new Error(`Expected a partition with id ${partitionId}, but there is none`);
    return partition;
  }

  partitionOf(key: Key): TestEngine {
    return this.partition(partitionIdOf(key));
  }

  partitionOfCorrelationKey(correlationKey: string): TestEngine {
    return this.partition(partitionIdOfCorrelationKey(correlationKey, this.partitions.length));
  }

  /** A correlation key that belongs to the partition. */
  correlationKeyOn(partitionId: number): string {
    for (let number = 0; ; number++) {
      const key = `key-${number}`;
      if (partitionIdOfCorrelationKey(key, this.partitions.length) === partitionId) return key;
    }
  }

  /** Another engine goes on in the partition's place, with everything it sent: one that was restarted. */
  replace(partitionId: number, engine: TestEngine): void {
    this.#collect();
    this.partitions[partitionId - 1] = engine;
  }

  /** What is sent to the partition is lost until it is up again. */
  takeDown(partitionId: number): void {
    this.#down.add(partitionId);
  }

  bringUp(partitionId: number): void {
    this.#down.delete(partitionId);
  }

  /** Commands on the bus that nobody received yet. */
  get waitingCount(): number {
    this.#collect();
    return this.#waiting.length;
  }

  /** Delivers one command. @returns `false` when none waits. */
  deliverOne(): boolean {
    this.#collect();
    const index = this.#nextIndex();
    const [next] = this.#waiting.splice(index, 1);
    if (next === undefined) return false;
    if (this.#random?.chance(this.faults.repeat) === true) this.#waiting.push(next);
    if (this.#isLost(next)) return true;
    this.#deliver(next);
    if (this.repeats(next.command)) this.#deliver(next);
    return true;
  }

  #deliver({ to, command }: Waiting): void {
    const target = this.partition(to);
    target.engine.process(command, target.nowMs);
    target.settle();
  }

  /** Delivers until nothing waits. */
  settle(): void {
    for (const partition of this.partitions) partition.settle();
    for (let count = 0; this.deliverOne(); count++) {
      if (count > DELIVERIES_MAX) throw new Error('Expected partitions to come to rest, but they go on sending');
    }
  }

  /** Turns the clock of all partitions, with what falls due and what is sent again on the way. */
  advance(ms: number): void {
    for (let left = ms; left > 0; left -= RETRY_INTERVAL_MS) {
      for (const [index, partition] of this.partitions.entries()) {
        partition.advance(Math.min(left, RETRY_INTERVAL_MS));
        if (this.#down.has(index + 1)) continue;
        for (const effect of partition.engine.collectRetries(partition.nowMs)) {
          if (effect.kind === 'send') {
            this.#waiting.push({ from: index + 1, to: effect.partitionId, command: effect.command });
          }
        }
      }
      this.settle();
    }
  }

  #collect(): void {
    for (const [index, partition] of this.partitions.entries()) {
      partition.flush();
      for (const effect of partition.effects.slice(this.#seen[index])) {
        if (effect.kind === 'send') {
          this.#waiting.push({ from: index + 1, to: effect.partitionId, command: effect.command });
        }
      }
      this.#seen[index] = partition.effects.length;
    }
  }

  #nextIndex(): number {
    const random = this.#random;
    return random?.chance(this.faults.reorder) === true ? random.below(this.#waiting.length) : 0;
  }

  #isLost({ command, from, to }: Waiting): boolean {
    if (this.#down.has(to)) return true;
    return this.#random?.chance(this.faults.lose) === true || this.loses(command, from, to);
  }
}
