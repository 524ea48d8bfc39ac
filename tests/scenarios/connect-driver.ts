import createCamundaClient from '@camunda8/orchestration-cluster-api';
import { Camunda8 } from '@camunda8/sdk';
import { grpcCommands } from './grpc-commands.ts';
import { RecordsFile } from './records-file.ts';
import { restCommands } from './rest-commands.ts';
import { WireDriver } from './wire-driver.ts';

export interface ServerAddress {
  /** `http://host:port` */
  readonly rest: string;
  /** `host:port`; without it everything goes over REST. */
  readonly grpc?: string;
  /** Where its JSON-lines exporter writes. */
  readonly records: string;
  readonly partitionCount: number;
}

/** A driver over the official clients, unmodified. */
export function connectDriver(address: ServerAddress): { readonly driver: WireDriver; close(): Promise<void> } {
  const clock: { pinnedMs: number | undefined } = { pinnedMs: undefined };
  const client = createCamundaClient({
    // Requests are meant to be wrong at times, and the server has to say so.
    config: { CAMUNDA_REST_ADDRESS: address.rest, CAMUNDA_SDK_VALIDATION: 'req:none,res:strict' },
  });
  const rest = restCommands(client, () => clock.pinnedMs ?? Date.now());
  const records = new RecordsFile(address.records, address.partitionCount);
  if (address.grpc === undefined) return { driver: new WireDriver(rest, records, clock), close: async () => {} };
  const grpc = new Camunda8({
    ZEEBE_GRPC_ADDRESS: `grpc://${address.grpc}`,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    CAMUNDA_LOG_LEVEL: 'none',
    zeebeGrpcSettings: { ZEEBE_CLIENT_LOG_LEVEL: 'NONE' },
  }).getZeebeGrpcApiClient();
  return {
    driver: new WireDriver(grpcCommands(grpc, rest), records, clock),
    close: async () => {
      await grpc.close();
    },
  };
}
