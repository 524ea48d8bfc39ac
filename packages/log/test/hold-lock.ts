/** Locks a folder until it is killed: `hold-lock.ts <folder>`. Says `locked` or why not. */
import { FolderLockedError } from '../src/errors.ts';
import { lockFolder } from '../src/folder-lock.ts';

try {
  await lockFolder(process.argv[2] ?? '');
  console.log('locked');
  process.stdin.resume();
} catch (error) {
  if (!(error instanceof FolderLockedError)) throw error;
  console.log(`refused ${error.pid}`);
}
