/**
 * Runs a random test with many seeds. WAGGLE_SEED=<seed> runs that one alone; WAGGLE_RANDOM_SECONDS=<seconds> searches
 * on for that long, from WAGGLE_FIRST_SEED=<seed> if that is given.
 */
const SEED = process.env.WAGGLE_SEED;
const FIRST_SEED = process.env.WAGGLE_FIRST_SEED;

/** How long to search beyond the seeds that always run. */
export const SEARCH_SECONDS = Number(process.env.WAGGLE_RANDOM_SECONDS ?? 0);

/** Whether all the usual seeds run. */
export const RUNS_ALL_SEEDS = SEED === undefined && FIRST_SEED === undefined;

/** @throws naming the seed of the first run that failed. */
export function forEachSeed({ runs }: { readonly runs: number }, run: (seed: number) => void): void {
  const first = Number(SEED ?? FIRST_SEED ?? 1);
  const end = Date.now() + SEARCH_SECONDS * 1000;
  let seed = first;
  for (; SEED === undefined ? seed < first + runs || Date.now() < end : seed === first; seed++) {
    try {
      run(seed);
    } catch (cause) {
      throw new Error(`Expected every random run to go well, but seed ${seed} did not`, { cause });
    }
  }
  if (SEARCH_SECONDS > 0) console.log(`Seeds ${first} to ${seed - 1} went well.`);
}
