/** Runs suites in a thread of its own, so that the thread that asked can end one that never comes back. */
import { parentPort, workerData } from 'node:worker_threads';
import { type KitSelection, runKit } from './run-kit.ts';

const { folder, selection, done } = workerData as {
  readonly folder: string;
  readonly selection: KitSelection;
  readonly done: ReadonlySet<string>;
};
for (const message of runKit(folder, selection, (id) => done.has(id))) parentPort?.postMessage(message);
