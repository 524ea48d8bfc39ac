import { endToEndMeasurements } from '../end-to-end-measurements.ts';
import type { Measurement } from '../measurement.ts';
import type { Bench, Row } from '../row.ts';

/** What users get out of the official client: most of the time is its own. */
export const sdk: Row = {
  name: 'sdk',
  run: async (bench) => [
    ...(await measure(bench, 'stream', '@camunda8/sdk, streamJobs')),
    ...(await measure(bench, 'worker', '@camunda8/sdk, createWorker (polls every 300 ms)')),
  ],
};

function measure(bench: Bench, how: 'stream' | 'worker', label: string): Promise<readonly Measurement[]> {
  return endToEndMeasurements(bench, {
    id: `sdk/${how}`,
    label,
    client: new URL('../clients/sdk-client.ts', import.meta.url),
    clientArgs: [how],
    address: 'grpc',
    inFlights: [32],
    limitId: 'raw-grpc/32',
    targets: {},
  });
}
