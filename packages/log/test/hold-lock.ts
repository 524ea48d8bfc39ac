/** Locks a folder until it is killed: `hold-lock.ts <folder>`. Says `locked` or why not. */
import { FolderLockedError, lockFolder } from '../src/index.ts';

try {
  await lockFolder(process.argv[2] ?? '');
  console.log('locked');
  process.stdin.resume();
} catch (error) {
  if (!(error instanceof FolderLockedError)) throw error;
  console.log(`refused ${error.pid}`);
}
