import { loadSamples } from './load-sample.ts';
import type { Measurement } from './measurement.ts';
import { RemoteProcess } from './remote/remote-process.ts';
import type { Bench } from './row.ts';

/** Alone for the latency, many for the throughput. */
const inFlights = [1, 32];

/** Calls a server that does nothing from another process, at 1 and at 32 in flight. */
export async function echoMeasurements(
  { scale, serverExecArgv }: Bench,
  echo: { readonly id: string; readonly label: string; readonly server: URL; readonly client: URL },
): Promise<readonly Measurement[]> {
  const server = await RemoteProcess.start(echo.server, { execArgv: serverExecArgv });
  const client = await RemoteProcess.start(echo.client, { args: [await server.call<string>('address')] });
  const measurements: Measurement[] = [];
  for (const inFlight of inFlights) {
    const samples = await loadSamples({ client, usage: () => server.call('usage') }, { ...scale, inFlight });
    measurements.push({
      id: `${echo.id}/${inFlight}`,
      label: `${echo.label}, ${inFlight} in flight`,
      unit: 'calls/s',
      samples,
    });
  }
  await client.stop();
  await server.stop();
  return measurements;
}
