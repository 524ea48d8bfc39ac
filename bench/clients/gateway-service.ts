import { fileURLToPath } from 'node:url';
import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

/** The public contract, as a client in any language would use it. */
const protoPath = fileURLToPath(new URL('../../packages/gateway/proto/gateway.proto', import.meta.url));

/** int64 as text, absent fields left out: the least a client has to do. */
export const gatewayService = loadSync(protoPath, { keepCase: true, longs: String })[
  'gateway_protocol.Gateway'
] as ServiceDefinition;

export function gatewayMethod<Request, Response>(name: string): MethodDefinition<Request, Response> {
  const method = gatewayService[name];
  if (method === undefined) throw new Error(`Expected an rpc of the gateway, but got ${name}`);
  return method as MethodDefinition<Request, Response>;
}
