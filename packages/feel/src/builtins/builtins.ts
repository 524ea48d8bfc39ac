import { booleanBuiltins } from './boolean.ts';
import type { Builtin, Builtins } from './builtin.ts';
import { contextBuiltins } from './context.ts';
import { conversionBuiltins } from './conversion.ts';
import { engineBuiltins } from './engine.ts';
import { listBuiltins } from './list.ts';
import { listSelectionBuiltins } from './list-selection.ts';
import { numericBuiltins } from './numeric.ts';
import { patternBuiltins } from './pattern.ts';
import { rangeBuiltins } from './range.ts';
import { statisticsBuiltins } from './statistics.ts';
import { stringBuiltins } from './string.ts';
import { temporalBuiltins } from './temporal.ts';
import { temporalConversionBuiltins } from './temporal-conversion.ts';

/** The tables, each with the steps a call of one of its functions costs whatever its arguments are. */
const tables: readonly (readonly [Builtins, steps: number])[] = [
  [booleanBuiltins, 2],
  [stringBuiltins, 4],
  [numericBuiltins, 4],
  [listBuiltins, 4],
  [listSelectionBuiltins, 4],
  [statisticsBuiltins, 4],
  [contextBuiltins, 4],
  [engineBuiltins, 10],
  [patternBuiltins, 15],
  [conversionBuiltins, 20],
  [rangeBuiltins, 20],
  [temporalBuiltins, 80],
  [temporalConversionBuiltins, 80],
];

/** Every built-in function by name. A new one is one entry in one of the tables, plus its test. */
export const builtins: ReadonlyMap<string, { readonly overloads: Builtin; readonly steps: number }> = new Map(
  tables.flatMap(([table, steps]) => Object.entries(table).map(([name, overloads]) => [name, { overloads, steps }])),
);
