import { endToEndMeasurements } from '../end-to-end-measurements.ts';
import type { Row } from '../row.ts';

/** Plain HTTP: creation, the job by long polling, completion. */
export const rest: Row = {
  name: 'rest',
  run: (bench) =>
    endToEndMeasurements(bench, {
      id: 'rest',
      label: 'REST, long polling',
      client: new URL('../clients/rest-client.ts', import.meta.url),
      address: 'rest',
      inFlights: [1, 32, 128],
      limitId: 'raw-http/32',
      targets: {
        1: [{ field: 'p50Ms', atMost: 2.5 }],
        128: [
          { field: 'value', atLeast: 3_000 },
          { field: 'p99Ms', atMost: 80 },
        ],
      },
    }),
};
