import { parseArgs } from 'node:util';
import { fullScale, quickScale, type Scale } from './scale.ts';

export interface BenchOptions {
  readonly scale: Scale;
  /** Names of rows; `undefined` = all. */
  readonly only: readonly string[] | undefined;
  /** Where to write the results as JSON. */
  readonly jsonPath: string | undefined;
  /** On the disk to measure; `undefined` = in the repository. */
  readonly folder: string | undefined;
  /** Where the measured processes leave CPU profiles. */
  readonly profileFolder: string | undefined;
  readonly isHelpWanted: boolean;
}

export const usage = `npm run bench -- [options]

  --only NAME,…    only these rows
  --quick          seconds instead of minutes: shows that every row comes out, its figures say little
  --json FILE      writes the results there, every repetition included
  --folder DIR     on the disk to measure; default .waggle in the repository
  --profile DIR    CPU profiles of the measured processes, one per thread; they cost some speed
  --help
`;

/** @throws {Error} an option is unknown, or a row. */
export function parseBenchOptions(args: readonly string[], rowNames: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true },
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      folder: { type: 'string' },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const only = values.only?.flatMap((names) => names.split(','));
  const unknown = only?.filter((name) => !rowNames.includes(name)) ?? [];
  if (unknown.length > 0) {
    throw new Error(`Expected rows named ${rowNames.join(', ')}, but got ${unknown.join(', ')}.`);
  }
  return {
    scale: values.quick ? quickScale : fullScale,
    only,
    jsonPath: values.json,
    folder: values.folder,
    profileFolder: values.profile,
    isHelpWanted: values.help,
  };
}
