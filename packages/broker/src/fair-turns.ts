/** Where a partition's commands come from. */
export const commandSources = ['client', 'partition', 'due', 'backlog'] as const;
export type CommandSource = (typeof commandSources)[number];

/**
 * Shares a partition between its sources: whoever used least so far is next. So a process that never stops producing
 * follow-up commands gets its share and no more, and neither do clients that never stop sending.
 * Use is counted in bytes of records written, which follows the work done and, unlike time, is the same in every run.
 */
export class FairTurns {
  readonly #used: Record<CommandSource, number> = { client: 0, partition: 0, due: 0, backlog: 0 };
  readonly #wasReady: Record<CommandSource, boolean> = { client: false, partition: false, due: false, backlog: false };
  /** Use of the source served last. */
  #level = 0;

  /** @returns the next source among those that have work; `undefined` when none has. */
  next(hasWork: (source: CommandSource) => boolean): CommandSource | undefined {
    let chosen: CommandSource | undefined;
    for (const source of commandSources) {
      const isReady = hasWork(source);
      // A source that was idle starts level with the others: it must not save up turns.
      if (isReady && !this.#wasReady[source]) this.#used[source] = Math.max(this.#used[source], this.#level);
      this.#wasReady[source] = isReady;
      if (isReady && (chosen === undefined || this.#used[source] < this.#used[chosen])) chosen = source;
    }
    if (chosen !== undefined) this.#level = this.#used[chosen];
    return chosen;
  }

  charge(source: CommandSource, cost: number): void {
    this.#used[source] += cost;
  }
}
