import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rejectionOf } from '../test/batches.ts';
import { freeBytes } from './free-bytes.ts';

it('should tell the free bytes of the file system a folder is in', async () => {
  expect(await freeBytes(tmpdir())).toBeGreaterThan(0);
  expect(await rejectionOf(freeBytes(join(tmpdir(), 'does', 'not', 'exist')))).toMatchObject({ code: 'ENOENT' });
});
