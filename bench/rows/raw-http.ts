import { echoMeasurements } from '../echo-measurements.ts';
import type { Row } from '../row.ts';

/** `node:http` alone, with the body of a creation. */
export const rawHttp: Row = {
  name: 'raw-http',
  run: (bench) =>
    echoMeasurements(bench, {
      id: 'raw-http',
      label: 'HTTP echo',
      server: new URL('../programs/http-echo-server.ts', import.meta.url),
      client: new URL('../clients/http-echo-client.ts', import.meta.url),
    }),
};
