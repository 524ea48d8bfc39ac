import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { chunkGroups } from './build/chunk-groups.ts';
import { directImports } from './build/direct-imports.ts';
import { lightPositioning } from './build/light-positioning.ts';
import { withoutPropTypes } from './build/without-prop-types.ts';

/** Where `npm run waggle start` listens; `vite` in this folder then serves the sources beside it. */
const SERVER = process.env.WAGGLE_SERVER ?? 'http://localhost:8080';
/** Smaller files gain nothing from compression. */
const COMPRESSED_BYTES_MIN = 1_024;

export default defineConfig({
  root: import.meta.dirname,
  base: '/web/',
  // The server puts a fresh one into every page it sends.
  html: { cspNonce: '__WAGGLE_CSP_NONCE__' },
  build: {
    outDir: 'dist',
    target: 'es2024',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
  },
  // Workers import on demand too.
  worker: { format: 'es' },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  server: { proxy: { '/v2': SERVER, '/waggle': SERVER } },
  plugins: [directImports(), lightPositioning(), withoutPropTypes(), react(), compressed()],
});

/** Writes a `.gz` and a `.br` beside every file, so that the server compresses nothing. */
function compressed(): Plugin {
  return {
    name: 'waggle-compressed',
    apply: 'build',
    closeBundle() {
      const folder = join(import.meta.dirname, 'dist/assets');
      for (const name of readdirSync(folder)) {
        const content = readFileSync(join(folder, name));
        if (content.byteLength < COMPRESSED_BYTES_MIN || /\.(gz|br|woff2?)$/.test(name)) continue;
        writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, { params }));
      }
    },
  };
}
