import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfigurationFile } from './read-configuration-file.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waggle-configuration-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(text: string): string {
  const path = join(folder, 'waggle.yaml');
  writeFileSync(path, text);
  return path;
}

test('should read keys and values', () => {
  expect(readConfigurationFile(fileWith('restPort: 1\nexporter:\n  - json-lines=a\n'))).toEqual({
    restPort: 1,
    exporter: ['json-lines=a'],
  });
});

test('should take an empty file as one without options', () => {
  expect(readConfigurationFile(fileWith('# nothing yet\n'))).toEqual({});
});

test.each([
  ['- restPort', 'it holds a list'],
  ['restPort', 'it holds a single string'],
  ['a: [', 'to be YAML, but'],
])('should refuse %j', (text, message) => {
  expect(() => readConfigurationFile(fileWith(text))).toThrow(message);
});

test('should name a file that cannot be read', () => {
  const path = join(folder, 'missing.yaml');
  expect(() => readConfigurationFile(path)).toThrow(
    `Expected to read the configuration file ${path}, but that failed: ENOENT`,
  );
});
