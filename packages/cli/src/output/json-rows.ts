import type { TableRows } from './table-rows.ts';

/** Rows as a JSON array of objects, one a line. Keys are texts, as everywhere; so are integers JSON numbers cannot hold. */
export async function* jsonRows({ columns, rows }: TableRows): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const row of rows) {
    const members = columns.map((name, index) => `${JSON.stringify(name)}: ${jsonValue(name, row[index])}`);
    yield `${separator}  {${members.join(', ')}}`;
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

function jsonValue(column: string, value: unknown): string {
  if (typeof value === 'bigint') {
    const isText = column.endsWith('_key') || BigInt(Number(value)) !== value || !Number.isSafeInteger(Number(value));
    return isText ? `"${value}"` : String(value);
  }
  if (value instanceof Uint8Array) return JSON.stringify(Buffer.from(value).toString('base64'));
  return JSON.stringify(value ?? null);
}
