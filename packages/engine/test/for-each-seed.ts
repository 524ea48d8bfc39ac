/**
 * Runs a random test with many seeds. WAGGLE_SEED=<seed> runs that one alone; WAGGLE_RANDOM_SECONDS=<seconds> searches
 * on for that long.
 */
const SEED = process.env.WAGGLE_SEED;

/** How long to search beyond the seeds that always run. */
export const SEARCH_SECONDS = Number(process.env.WAGGLE_RANDOM_SECONDS ?? 0);

/** Whether all the usual seeds run. */
export const RUNS_ALL_SEEDS = SEED === undefined;

/** @throws naming the seed of the first run that failed. */
export function forEachSeed({ runs }: { readonly runs: number }, run: (seed: number) => void): void {
  const first = SEED === undefined ? 1 : Number(SEED);
  const end = Date.now() + SEARCH_SECONDS * 1000;
  for (let seed = first; ; seed++) {
    if (SEED !== undefined ? seed > first : seed > runs && Date.now() >= end) return;
    try {
      run(seed);
    } catch (cause) {
      throw new Error(`Expected every random run to go well, but seed ${seed} did not`, { cause });
    }
  }
}
