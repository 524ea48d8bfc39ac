/** Another thread: answers each committed position with its export, a little later. */
import { parentPort, workerData } from 'node:worker_threads';
import { SharedPositions } from '../src/shared-positions.ts';

const positions = new SharedPositions(workerData as SharedArrayBuffer);
parentPort!.on('message', (partitionId: number) => {
  positions.setExported(partitionId, positions.committed(partitionId));
});
