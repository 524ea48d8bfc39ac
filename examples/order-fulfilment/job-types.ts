import { orderJobs } from './order-jobs.ts';

/** Job types named on the command line; all of them without one. Ends the process when one is not of the order process. */
export function jobTypesToServe(): readonly string[] {
  const known = Object.keys(orderJobs);
  const named = process.argv.slice(2);
  const unknown = named.filter((type) => !known.includes(type));
  if (unknown.length > 0) {
    console.error(`Expected job types of the order process (${known.join(', ')}), but got ${unknown.join(', ')}.`);
    process.exit(1);
  }
  return named.length > 0 ? named : known;
}
