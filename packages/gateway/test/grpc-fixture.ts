import {
  type ClientReadableStream,
  credentials,
  type Metadata,
  makeGenericClientConstructor,
  type ServiceError,
} from '@grpc/grpc-js';
import { pino } from 'pino';
import { createGrpcServer, type GrpcServer, type GrpcServerOptions } from '../src/grpc/create-grpc-server.ts';
import { gatewayService, healthService } from '../src/grpc/gateway-definition.ts';
import type { RpcName } from '../src/grpc/rpc-handlers.ts';
import { ScriptedPort } from './scripted-port.ts';

type Callback = (error: ServiceError | null, response: Record<string, unknown>) => void;
type UnaryMethod = (request: object, options: object, callback: Callback) => void;
type StreamMethod = (request: object, options?: object) => ClientReadableStream<Record<string, unknown>>;

/** A gRPC server on a real socket in front of a scripted port, and a client of it. */
export interface GrpcFixture {
  readonly port: ScriptedPort;
  readonly server: GrpcServer;
  call(rpc: RpcName | 'Check', request: object, options?: object): Promise<Record<string, unknown>>;
  stream(rpc: RpcName | 'Watch', request: object, options?: object): ClientReadableStream<Record<string, unknown>>;
  close(): Promise<void>;
}

export async function startGrpc(
  options: Partial<GrpcServerOptions> & { readonly partitionCount?: number } = {},
): Promise<GrpcFixture> {
  const port = new ScriptedPort(options.partitionCount);
  const server = await createGrpcServer({
    port,
    host: '127.0.0.1',
    grpcPort: 0,
    logger: pino({ level: 'silent' }),
    ...options,
  });
  const clientOptions = { 'grpc.max_send_message_length': -1, 'grpc.use_local_subchannel_pool': 1 };
  const clients = [gatewayService, healthService].map(
    (service) =>
      new (makeGenericClientConstructor(service, ''))(server.address, credentials.createInsecure(), clientOptions),
  );
  const method = (rpc: string): unknown => {
    const client = clients.find((candidate) => rpc in candidate)!;
    return (client[rpc] as () => void).bind(client);
  };
  return {
    port,
    server,
    call: (rpc, request, callOptions = {}) =>
      new Promise((resolve, reject) =>
        (method(rpc) as UnaryMethod)(request, callOptions, (error, response) =>
          error === null ? resolve(response) : reject(error),
        ),
      ),
    stream: (rpc, request, callOptions = {}) => (method(rpc) as StreamMethod)(request, callOptions),
    async close() {
      for (const client of clients) client.close();
      await server.close();
    },
  };
}

export interface StreamEnd {
  readonly messages: readonly Record<string, unknown>[];
  readonly code: number;
  readonly details: string;
  readonly metadata: Metadata;
}

/** Reads a stream to its end, whichever it is. */
export function readAll(stream: ClientReadableStream<Record<string, unknown>>): Promise<StreamEnd> {
  const messages: Record<string, unknown>[] = [];
  return new Promise((resolve) => {
    stream.on('data', (message) => messages.push(message));
    // The status tells the same, and comes for every end.
    stream.on('error', () => {});
    stream.on('status', ({ code, details, metadata }) => resolve({ messages, code, details, metadata }));
  });
}
