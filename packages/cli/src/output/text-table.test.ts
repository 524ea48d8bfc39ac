import { expect, test } from 'vitest';
import { jsonRows } from './json-rows.ts';
import { textTable } from './text-table.ts';

async function text(parts: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const part of parts) all += part;
  return all;
}

test('should align numbers to the right and texts to the left', async () => {
  const table = textTable({
    columns: ['name', 'n'],
    rows: [
      ['a', 1n],
      ['bee', 100n],
      [null, 1.5],
    ],
  });
  expect(await text(table)).toBe('name  n\n----  ---\na       1\nbee   100\n      1.5\n(3 rows)\n');
});

test('should cut what is long and let no value command the terminal', async () => {
  const rows = [['x'.repeat(100)], ['\u001b[31mred\u001b[0m\u0007\nnext line'], [new Uint8Array(3)]];
  const lines = (await text(textTable({ columns: ['value'], rows }))).split('\n');
  expect(lines[2]).toBe(`${'x'.repeat(79)}…`);
  expect(lines[3]).toBe('red  next line');
  expect(lines[4]).toBe('3 bytes');
});

test('should go on with rows it did not measure', async () => {
  const rows = Array.from({ length: 1_500 }, (_, index) => [BigInt(index)]);
  const lines = (await text(textTable({ columns: ['n'], rows }))).trimEnd().split('\n');
  expect(lines).toHaveLength(1_500 + 3);
  expect(lines.at(-1)).toBe('(1500 rows)');
});

test('should give integers as numbers while JSON holds them, and keys as texts', async () => {
  const columns = ['job_key', 'n', 'large', 'data'];
  const rows = [[1n, 2n, 9_007_199_254_740_993n, new Uint8Array([1, 2])]];
  expect(JSON.parse(await text(jsonRows({ columns, rows })))).toEqual([
    { job_key: '1', n: 2, large: '9007199254740993', data: 'AQI=' },
  ]);
});
