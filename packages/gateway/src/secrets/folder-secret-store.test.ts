import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FolderSecretStore } from './folder-secret-store.ts';
import { parseSecretReference } from './secret-reference.ts';

function startStore(files: Readonly<Record<string, string>>): { store: FolderSecretStore; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'waggle-secrets-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return { store: new FolderSecretStore(folder), folder };
}

test('should give the text of a file without its last line break', async () => {
  const { store } = startStore({ TOKEN: 'abc\n', 'db-password': 'two\nlines\r\n', empty: '' });
  expect(await store.read('TOKEN')).toEqual({ kind: 'value', value: 'abc' });
  expect(await store.read('db-password')).toEqual({ kind: 'value', value: 'two\nlines' });
  expect(await store.read('empty')).toEqual({ kind: 'value', value: '' });
});

test('should see a secret that changed', async () => {
  const { store, folder } = startStore({ TOKEN: 'old' });
  await store.read('TOKEN');
  writeFileSync(join(folder, 'TOKEN'), 'new');
  expect(await store.read('TOKEN')).toEqual({ kind: 'value', value: 'new' });
});

test('should tell what is not there from what cannot be read', async () => {
  const { store, folder } = startStore({ large: '' });
  mkdirSync(join(folder, 'folder'));
  truncateSync(join(folder, 'large'), 1024 * 1024 + 1);
  expect(await store.read('nothing')).toEqual({ kind: 'absent' });
  expect(await store.read('folder')).toEqual({ kind: 'unreadable', reason: 'EISDIR' });
  expect(await store.read('large')).toEqual({ kind: 'unreadable', reason: 'it has more than 1048576 bytes' });
});

test('should list what references can name', async () => {
  const { store } = startStore({ b: '1', a_1: '2', 'with.dot': '3', 'with space': '4', '..data': '5' });
  expect(await store.names()).toEqual(['a_1', 'b']);
});

test.each([
  ['camunda.secrets.API_TOKEN', 'API_TOKEN'],
  ['camunda.secrets.db-password', 'db-password'],
  ['camunda.secrets.', undefined],
  ['camunda.secrets.a.b', undefined],
  ['camunda.secrets.../../etc/passwd', undefined],
  ['secrets.TOKEN', undefined],
  ['camunda.secrets.ü', undefined],
  [`camunda.secrets.${'a'.repeat(241)}`, undefined],
])('should read the reference %s', (reference, name) => {
  expect(parseSecretReference(reference)).toBe(name);
});
