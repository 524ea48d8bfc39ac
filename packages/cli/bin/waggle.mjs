#!/usr/bin/env node
// Plain JavaScript that every Node can read, so that an old one gets a sentence instead of a syntax error.
if (Number.parseInt(process.versions.node, 10) < 24) {
  console.error(
    `Expected Node 24 or newer, but this is ${process.versions.node}. In a checkout use "npm run waggle -- …", which brings its own.`,
  );
  process.exitCode = 1;
} else {
  await import('../src/main.ts');
}
