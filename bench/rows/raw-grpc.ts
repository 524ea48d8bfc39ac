import { echoMeasurements } from '../echo-measurements.ts';
import type { Row } from '../row.ts';

/** The gRPC library alone, with the messages of CreateProcessInstance. */
export const rawGrpc: Row = {
  name: 'raw-grpc',
  run: (bench) =>
    echoMeasurements(bench, {
      id: 'raw-grpc',
      label: 'gRPC echo',
      server: new URL('../programs/grpc-echo-server.ts', import.meta.url),
      client: new URL('../clients/grpc-echo-client.ts', import.meta.url),
    }),
};
