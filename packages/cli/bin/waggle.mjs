#!/usr/bin/env node
import * as nodeModule from 'node:module';
// Plain JavaScript that every Node can read: an old one gets a sentence instead of a syntax error, and the TypeScript
// behind it is kept, stripped of types and compiled, for the next start. That halves the time to ready, and the type
// stripper with its tens of megabytes is not even loaded; it would be for this file, if it were TypeScript.
import { fileURLToPath } from 'node:url';

if (Number.parseInt(process.versions.node, 10) < 24) {
  console.error(
    `Expected Node 24 or newer, but this is ${process.versions.node}. In a checkout use "npm run waggle -- …", which brings its own.`,
  );
  process.exitCode = 1;
} else {
  // Beside the dependencies: it goes with them, and `npm ci` starts it afresh. Where it cannot be written, Node goes on without.
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../../node_modules/.cache/waggle', import.meta.url));
  nodeModule.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  await import('../src/main.ts');
}
