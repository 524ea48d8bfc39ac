import { stripVTControlCharacters } from 'node:util';
import type { TableRows } from './table-rows.ts';

/** Rows that the widths of columns are taken from; later ones are written as they come. */
const MEASURED_ROWS = 1_000;
/** Characters of a value that are shown; `--json` shows all. */
const CELL_LENGTH_MAX = 80;

/** Rows as a table for people: numbers to the right, what is longer than a cell cut. */
export async function* textTable(
  { columns, rows }: TableRows,
  cellLengthMax: number = CELL_LENGTH_MAX,
): AsyncGenerator<string> {
  const widthsOf = (values: readonly (readonly unknown[])[]) => measuredWidths(columns, values, cellLengthMax);
  const line = (row: readonly unknown[], widths: readonly number[]) => lineOf(row, widths, cellLengthMax);
  const head = (widths: readonly number[]) =>
    `${line(columns, widths)}${widths.map((width) => '-'.repeat(Math.min(width, cellLengthMax, CELL_LENGTH_MAX))).join('  ')}\n`;
  const measured: (readonly unknown[])[] = [];
  let widths: readonly number[] | undefined;
  let count = 0;
  for await (const row of rows) {
    count++;
    if (widths !== undefined) yield line(row, widths);
    else if (measured.push(row) === MEASURED_ROWS) {
      widths = widthsOf(measured);
      yield head(widths) + measured.map((each) => line(each, widths!)).join('');
    }
  }
  if (widths === undefined) {
    widths = widthsOf(measured);
    yield head(widths) + measured.map((each) => line(each, widths!)).join('');
  }
  yield `(${count} ${count === 1 ? 'row' : 'rows'})\n`;
}

function measuredWidths(
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  lengthMax: number,
): readonly number[] {
  return columns.map((name, index) =>
    rows.reduce((width, row) => Math.max(width, cell(row[index], lengthMax).length), name.length),
  );
}

function lineOf(row: readonly unknown[], widths: readonly number[], lengthMax: number): string {
  const cells = widths.map((width, index) => {
    const value = row[index];
    const isNumber = typeof value === 'bigint' || typeof value === 'number';
    return isNumber ? cell(value, lengthMax).padStart(width) : cell(value, lengthMax).padEnd(width);
  });
  return `${cells.join('  ').trimEnd()}\n`;
}

/** Values come from processes: nothing in them may move the cursor or change the terminal's colours. */
function cell(value: unknown, lengthMax: number): string {
  if (value === null || value === undefined) return '';
  const text = value instanceof Uint8Array ? `${value.length} bytes` : String(value);
  const shown = stripVTControlCharacters(text.slice(0, lengthMax + 1)).replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
  return shown.length > lengthMax ? `${shown.slice(0, lengthMax - 1)}…` : shown;
}
