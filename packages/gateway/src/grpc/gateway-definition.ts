import { fileURLToPath } from 'node:url';
import type { ServiceDefinition } from '@grpc/grpc-js';
import { loadSync, type MessageTypeDefinition } from '@grpc/proto-loader';

/**
 * int64 as text, because numbers lose the keys of higher partitions; enums as numbers; absent fields with their
 * proto3 defaults, absent `optional` fields as `undefined`.
 */
const definitions = loadSync(['gateway.proto', 'health.proto', 'status.proto'], {
  includeDirs: [fileURLToPath(new URL('../../proto', import.meta.url))],
  keepCase: true,
  longs: String,
  defaults: true,
});

export const GATEWAY_SERVICE_NAME = 'gateway_protocol.Gateway';

export const gatewayService = definitions[GATEWAY_SERVICE_NAME] as ServiceDefinition;
export const healthService = definitions['grpc.health.v1.Health'] as ServiceDefinition;

/** `google.rpc.Status`; details are `google.protobuf.Any`. */
export interface RpcStatusMessage {
  readonly code: number;
  readonly message: string;
  readonly details: readonly { readonly type_url: string; readonly value: Uint8Array }[];
}

export const rpcStatusType = definitions['google.rpc.Status'] as MessageTypeDefinition<
  RpcStatusMessage,
  RpcStatusMessage
>;
