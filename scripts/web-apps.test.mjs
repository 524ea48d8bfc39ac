import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureWebApps } from './web-apps.mjs';

/** Stands in for the build tool: writes a page and counts, or fails as one does. */
const builds = `
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
const folder = join(process.argv[3], 'dist');
if (existsSync('broken')) {
  console.error('src/main.tsx: Unexpected token');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'index.html'), 'page');
appendFileSync('builds', 'x');
`;

let repository;

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'waggle-web-apps-'));
  write('package-lock.json', '{}');
  write('node_modules/vite/package.json', '{"type":"module"}');
  write('node_modules/vite/bin/vite.js', builds);
  for (const name of ['web', 'protocol', 'feel', 'xml', 'dmn', 'bpmn', 'engine', 'state']) {
    write(`packages/${name}/src/index.ts`, name);
  }
});

afterEach(() => rmSync(repository, { recursive: true, force: true }));

test('should build once, and again when a source has changed', async () => {
  // when
  await ensureWebApps(process.execPath, repository);
  await ensureWebApps(process.execPath, repository);

  // then
  expect(buildCount()).toBe(1);

  // when
  write('packages/engine/src/index.ts', 'changed');
  await ensureWebApps(process.execPath, repository);

  // then
  expect(buildCount()).toBe(2);
});

test.each(['packages/web/README.md', 'packages/web/src/app.test.tsx', 'packages/engine/bench/x.ts'])(
  'should not build for a change of %s',
  async (path) => {
    // given
    await ensureWebApps(process.execPath, repository);

    // when
    write(path, 'changed');
    await ensureWebApps(process.execPath, repository);

    // then
    expect(buildCount()).toBe(1);
  },
);

test('should build when other versions of dependencies are locked, and when the built apps are gone', async () => {
  // given
  await ensureWebApps(process.execPath, repository);

  // when
  write('package-lock.json', '{"changed":true}');
  await ensureWebApps(process.execPath, repository);
  rmSync(join(repository, 'packages/web/dist'), { recursive: true });
  await ensureWebApps(process.execPath, repository);

  // then
  expect(buildCount()).toBe(3);
});

test('should say why the build failed, and try again the next time', async () => {
  // given
  write('broken', '');

  // when
  const failed = ensureWebApps(process.execPath, repository);

  // then
  await expect(failed).rejects.toThrow(/Unexpected token[\s\S]*Expected the web apps to be built, but .* exit code 1/);
  expect(existsSync(join(repository, 'packages/web/dist/.built-from'))).toBe(false);

  // when
  rmSync(join(repository, 'broken'));
  await ensureWebApps(process.execPath, repository);

  // then
  expect(buildCount()).toBe(1);
});

test('should say that the runtime is missing', async () => {
  await expect(ensureWebApps('/nowhere/node', repository)).rejects.toThrow(/^Expected to run \/nowhere\/node, but/);
});

function buildCount() {
  return readFileSync(join(repository, 'builds'), 'utf8').length;
}

function write(path, content) {
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), content);
}
