import type { Sample } from '../measurement.ts';
import { RemoteProcess } from '../remote/remote-process.ts';
import type { Row } from '../row.ts';

/** What an instance costs that waits for its worker: everything the engine keeps of it, indices included. */
export const heap: Row = {
  name: 'heap',
  async run({ scale }) {
    const program = new URL('../programs/engine-in-memory.ts', import.meta.url);
    const samples: Sample[] = [];
    // A new process each time: what earlier instances left behind would be counted, or reused.
    while (samples.length < scale.repetitions) {
      const process = await RemoteProcess.start(program, { execArgv: ['--expose-gc'] });
      const value = await process.call<number>('heapPerWaitingInstance', { instances: scale.waitingInstances });
      samples.push({ value });
      await process.stop();
    }
    return [
      {
        id: 'heap',
        label: 'heap per waiting instance, on memory',
        unit: 'B',
        samples,
        targets: [{ field: 'value', atMost: 2_000 }],
        note: `${scale.waitingInstances.toLocaleString('en-US')} instances`,
      },
    ];
  },
};
