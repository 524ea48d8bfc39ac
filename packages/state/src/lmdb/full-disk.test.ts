import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SCRIPT = join(import.meta.dirname, '../../test/fill-the-disk.ts');

/** The shell's blocks of 512 bytes: room for three or four checkpoints. */
const FILE_BLOCKS_MAX = 8000;

it.skipIf(process.platform === 'win32')('should go on with the state in memory when the disk is full', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waggle-full-'));

  // A limit on the size of files stands for a full disk: writing fails alike.
  const output = execFileSync(
    '/bin/sh',
    ['-c', `trap '' XFSZ; ulimit -f ${FILE_BLOCKS_MAX}; exec "$0" "$1" "$2"`, process.execPath, SCRIPT, folder],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );

  const { isRefused, isWhole, before, position, found } = JSON.parse(output);
  expect({ isRefused, isWhole, position, found }).toEqual({ isRefused: true, isWhole: true, position: 99, found: 100 });
  expect(before).toBeGreaterThan(0);
  rmSync(folder, { recursive: true });
});
