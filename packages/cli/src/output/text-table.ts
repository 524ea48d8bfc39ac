import { stripVTControlCharacters } from 'node:util';
import type { TableRows } from './table-rows.ts';

/** Rows that the widths of columns are taken from; later ones are written as they come. */
const MEASURED_ROWS = 1_000;
/** Characters of a value that are shown; `--json` shows all. */
const CELL_LENGTH_MAX = 80;

/** Rows as a table for people: numbers to the right, what is longer than a cell cut. */
export async function* textTable({ columns, rows }: TableRows): AsyncGenerator<string> {
  const measured: (readonly unknown[])[] = [];
  let widths: readonly number[] | undefined;
  let count = 0;
  for await (const row of rows) {
    count++;
    if (widths !== undefined) yield line(row, widths);
    else if (measured.push(row) === MEASURED_ROWS) {
      widths = widthsOf(columns, measured);
      yield head(columns, widths) + measured.map((each) => line(each, widths!)).join('');
    }
  }
  if (widths === undefined) {
    widths = widthsOf(columns, measured);
    yield head(columns, widths) + measured.map((each) => line(each, widths!)).join('');
  }
  yield `(${count} ${count === 1 ? 'row' : 'rows'})\n`;
}

function widthsOf(columns: readonly string[], rows: readonly (readonly unknown[])[]): readonly number[] {
  return columns.map((name, index) =>
    rows.reduce((width, row) => Math.max(width, cell(row[index]).length), name.length),
  );
}

function head(columns: readonly string[], widths: readonly number[]): string {
  return `${line(columns, widths)}${widths.map((width) => '-'.repeat(width)).join('  ')}\n`;
}

function line(row: readonly unknown[], widths: readonly number[]): string {
  const cells = widths.map((width, index) => {
    const value = row[index];
    const isNumber = typeof value === 'bigint' || typeof value === 'number';
    return isNumber ? cell(value).padStart(width) : cell(value).padEnd(width);
  });
  return `${cells.join('  ').trimEnd()}\n`;
}

/** Values come from processes: nothing in them may move the cursor or change the terminal's colours. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = value instanceof Uint8Array ? `${value.length} bytes` : String(value);
  const shown = stripVTControlCharacters(text.slice(0, CELL_LENGTH_MAX + 1)).replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
  return shown.length > CELL_LENGTH_MAX ? `${shown.slice(0, CELL_LENGTH_MAX - 1)}…` : shown;
}
