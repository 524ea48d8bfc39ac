import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rejectionOf } from '../test/batches.ts';
import { lockFolder } from './folder-lock.ts';

const CHILD = join(import.meta.dirname, '../test/hold-lock.ts');
let parent: string;
let folders = 0;
const children: ChildProcess[] = [];
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'folder-lock-'));
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(parent, { recursive: true });
});

const newFolder = () => join(parent, `folder ${++folders}`);

async function startHolder(folder: string) {
  const child = spawn(process.execPath, [CHILD, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const [said] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { said, pid: child.pid!, kill: async () => child.kill('SIGKILL') && (await once(child, 'exit')) };
}

/** Starting a handful of processes, on a machine busy with other work. */
describe('a folder lock', { timeout: 60_000 }, () => {
  it('should keep a second lock of the same process out until it is released', async () => {
    const folder = newFolder();
    const lock = await lockFolder(folder);
    const error = await rejectionOf(lockFolder(folder));
    expect(error).toMatchObject({ name: 'FolderLockedError', code: 'FOLDER_LOCKED', folder, pid: process.pid });
    expect(error.message).toBe(
      `Expected ${folder} for this process alone, but this process (${process.pid}) already uses it. ` +
        'Stop that process, or configure another folder.',
    );
    await lock.release();
    await lock.release();
    await (await lockFolder(folder)).release();
  });

  it('should keep another process out, and name it', async () => {
    const folder = newFolder();
    const holder = await startHolder(folder);
    expect(holder.said).toBe('locked');
    const error = await rejectionOf(lockFolder(folder));
    expect(error).toMatchObject({ name: 'FolderLockedError', folder, pid: holder.pid });
    expect(error.message).toContain(`process ${holder.pid} on `);
    expect((await startHolder(folder)).said).toBe(`refused ${holder.pid}`);
  });

  it('should be free at once when its process was killed', async () => {
    const folder = newFolder();
    const holder = await startHolder(folder);
    await holder.kill();
    const lock = await lockFolder(folder);
    expect(await rejectionOf(lockFolder(folder))).toMatchObject({ pid: process.pid });
    await lock.release();
    expect(await readdir(folder)).toEqual(['lock']);
  });

  it('should know exactly one winner of several that start together, also after a kill', async () => {
    const folder = newFolder();
    for (let round = 0; round < 2; round++) {
      const starters = await Promise.all(Array.from({ length: 4 }, () => startHolder(folder)));
      const winners = starters.filter((starter) => starter.said === 'locked');
      expect(winners).toHaveLength(1);
      await winners[0]!.kill();
    }
  });

  it('should say why a folder cannot be locked at all', async () => {
    const file = join(parent, 'a-file');
    await writeFile(file, '');
    expect(await rejectionOf(lockFolder(file))).toMatchObject({ code: 'EEXIST' });
    const folder = newFolder();
    await (await lockFolder(folder)).release();
    await rm(join(folder, 'lock'));
    await writeFile(join(folder, 'lock'), 'no database, but long enough to be looked at as one'.repeat(20));
    expect((await rejectionOf(lockFolder(folder))).message).toContain(`Expected to lock ${join(folder, 'lock')}, but`);
  });
});
