import { endToEndMeasurements } from '../end-to-end-measurements.ts';
import type { Row } from '../row.ts';

/** Plain gRPC: CreateProcessInstance, the job from StreamActivatedJobs, CompleteJob. */
export const grpc: Row = {
  name: 'grpc',
  run: (bench) =>
    endToEndMeasurements(bench, {
      id: 'grpc',
      label: 'gRPC, job stream',
      client: new URL('../clients/grpc-client.ts', import.meta.url),
      address: 'grpc',
      inFlights: [1, 32, 128],
      limitId: 'raw-grpc/32',
      targets: {
        1: [{ field: 'p50Ms', atMost: 2.5 }],
        128: [
          { field: 'value', atLeast: 2_500 },
          { field: 'p99Ms', atMost: 80 },
        ],
      },
    }),
};
