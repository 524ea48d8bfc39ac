/**
 * Rows as texts for other programs: CSV (RFC 4180) for spreadsheets, NDJSON for everything else.
 */
import type { Entity, Field } from '../entity.ts';
import type { ExportFormat } from '../search-request.ts';
import { dateTimeJson, type ResultRow, resultFields, resultRenderer } from './result-json.ts';

/**
 * A spreadsheet takes text that begins like this for a formula and runs it. Numbers may begin with a sign.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^[=+\-@\t\r\n]|^[＝＋－＠]/;
const NUMBER = /^[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

const LINE_END = '\r\n';

/** @param isFirst CSV begins with the names of the fields. */
export function exportText(
  entity: Entity,
  rows: readonly ResultRow[],
  { format, isFirst }: { readonly format: ExportFormat; readonly isFirst: boolean },
): string {
  const fields = resultFields(entity);
  if (format === 'ndjson') {
    const render = resultRenderer(fields);
    return rows.map((row) => `${render(row)}\n`).join('');
  }
  const header = isFirst ? `${fields.map(([name]) => csvCell(name)).join()}${LINE_END}` : '';
  const lines = rows.map(
    (row) => `${fields.map(([, field], index) => csvCell(cellText(field, row[index]))).join()}${LINE_END}`,
  );
  return header + lines.join('');
}

/** A value without the quotes of JSON; nothing is empty. */
function cellText({ type }: Field, value: unknown): string {
  if (value === null || value === undefined) return '';
  switch (type) {
    case 'dateTime':
      return dateTimeJson(Number(value)).slice(1, -1);
    case 'boolean':
      return Number(value) === 1 ? 'true' : 'false';
    default:
      return String(value);
  }
}

/** One field of a line, quoted where it must be, and never a formula. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
