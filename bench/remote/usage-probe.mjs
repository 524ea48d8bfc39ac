/**
 * Loaded into a server before its own code (`--import`): tells the bench what the process uses. The child's side of
 * RemoteProcess like `answer-calls.ts`, but plain JavaScript: loading TypeScript before the server does would bring Node's
 * type stripper into its memory.
 */
import { isMainThread } from 'node:worker_threads';

// Worker threads are started with the same flags, and have nobody to talk to.
if (isMainThread) {
  process.on('message', ({ id }) => {
    const { user, system } = process.cpuUsage();
    process.send({ kind: 'answer', id, value: { cpuUs: user + system, rssBytes: process.memoryUsage.rss() } });
  });
  // The bench is gone, however it ended: what it measured must not go on using the machine.
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.send({ kind: 'ready' });
  // The server must end when it has closed its own things, whoever still listens here.
  process.channel.unref();
}
