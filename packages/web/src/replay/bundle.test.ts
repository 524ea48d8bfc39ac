import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { expect, it } from 'vitest';

const BUILD_MS = 60_000;
/** The state, the appliers and the test copied from them; expressions and models would be five times as much. */
const GZIP_BYTES_MAX = 60_000;

it('should be a small chunk for a browser, with nothing of Node in it', { timeout: BUILD_MS }, async () => {
  // when
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2024',
      lib: { entry: `${import.meta.dirname}/index.ts`, formats: ['es'] },
    },
  })) as Rollup.RollupOutput | readonly Rollup.RollupOutput[];

  // then
  const chunks = [built].flat().flatMap(({ output }) => output.filter((each) => each.type === 'chunk'));
  const imported = chunks.flatMap(({ imports, dynamicImports, modules }) => [
    ...imports,
    ...dynamicImports,
    ...Object.keys(modules).filter((id) => id.includes('vite-browser-external')),
  ]);
  expect(imported).toEqual([]);
  expect(gzipSync(chunks.map(({ code }) => code).join('')).length).toBeLessThan(GZIP_BYTES_MAX);
});
