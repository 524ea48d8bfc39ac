import type { Measurement } from './measurement.ts';
import type { Scale } from './scale.ts';

/** One thing worth measuring; gives one line of the table or several. */
export interface Row {
  /** For `--only`. */
  readonly name: string;
  run(bench: Bench): Promise<readonly Measurement[]>;
}

/** What a row may use. */
export interface Bench {
  readonly scale: Scale;
  /** Makes an empty folder on the disk that is measured; removed in the end. */
  newFolder(name: string): Promise<string>;
  /** For Node when it runs what is measured: `--cpu-prof` and the like. */
  readonly serverExecArgv: readonly string[];
}
