import { type ChannelOptions, Server, ServerCredentials } from '@grpc/grpc-js';
import { MESSAGE_BYTES_MAX, type PartitionPort } from '@waggle/protocol';
import type { Logger } from 'pino';
import { createDispatch, type Dispatch } from '../dispatch/dispatch.ts';
import type { LongPollingOptions } from '../dispatch/long-polling-options.ts';
import { gatewayService, healthService } from './gateway-definition.ts';
import { healthImplementation } from './health-implementation.ts';
import { logLibraryTo } from './library-log.ts';
import { OpenStreams } from './open-streams.ts';
import { type GrpcRequestListener, RequestObserver } from './request-observer.ts';
import { serviceImplementation } from './service-implementation.ts';

/** What a request may have around a payload of `MESSAGE_BYTES_MAX`: names, keys, field tags. */
const ENVELOPE_BYTES_MAX = 16 * 1024;

/** Ms that calls may take to end at a shutdown: most commands take milliseconds, and orchestrators kill after 10 s or more. */
const SHUTDOWN_GRACE_MS_DEFAULT = 5_000;

const serverOptions: ChannelOptions = {
  'grpc.max_receive_message_length': MESSAGE_BYTES_MAX + ENVELOPE_BYTES_MAX,
  // A client that vanished without a word would go on receiving jobs; a ping that is not answered finds it out.
  'grpc.keepalive_time_ms': 30_000,
  'grpc.keepalive_timeout_ms': 20_000,
  // Counts every message and call for a debugging protocol that is not served.
  'grpc.enable_channelz': 0,
};

export interface GrpcServerOptions {
  readonly port: PartitionPort;
  /** Address to listen on, default all. */
  readonly host?: string;
  /** 0 = any free one. */
  readonly grpcPort: number;
  readonly logger: Logger;
  /** Ms a command may take, default 15 s. */
  readonly requestTimeoutMs?: number;
  readonly longPolling?: Partial<LongPollingOptions>;
  /** Shared with the REST server, so that workers of both stand in one queue; default an own one. Whoever made it closes it. */
  readonly dispatch?: Dispatch;
  /** Ms that calls may take to end at a shutdown before their connections are cut, default 5 s. */
  readonly shutdownGraceMs?: number;
  /** Called after each call. */
  readonly onRequest?: GrpcRequestListener;
}

export interface GrpcServer {
  /** Where it listens, `127.0.0.1:26500`. */
  readonly address: string;
  readonly grpcPort: number;
  /** Takes no more calls, ends streams as unavailable, lets commands under way finish, then cuts what is left. */
  close(): Promise<void>;
}

/** Serves `gateway_protocol.Gateway` and `grpc.health.v1.Health`. @throws {Error} the address cannot be listened on. */
export async function createGrpcServer(options: GrpcServerOptions): Promise<GrpcServer> {
  const { port, host = '0.0.0.0', grpcPort, logger } = options;
  const dispatch =
    options.dispatch ??
    createDispatch(port, { requestTimeoutMs: options.requestTimeoutMs, longPolling: options.longPolling });
  logLibraryTo(logger);
  const openStreams = new OpenStreams();
  const observer = new RequestObserver(logger, options.onRequest);
  const server = new Server(serverOptions);
  server.addService(gatewayService, serviceImplementation({ dispatch, observer, openStreams }));
  server.addService(healthService, healthImplementation(openStreams));
  const boundPort = await listen(server, addressOf(host, grpcPort));
  return {
    address: addressOf(host, boundPort),
    grpcPort: boundPort,
    async close() {
      openStreams.shutDown();
      if (options.dispatch === undefined) dispatch.close();
      await shutDown(server, addressOf(host, boundPort), options.shutdownGraceMs ?? SHUTDOWN_GRACE_MS_DEFAULT);
    },
  };
}

function addressOf(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

function listen(server: Server, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, boundPort) => {
      if (error === null) resolve(boundPort);
      else reject(new Error(`Expected to serve gRPC on ${address}, but could not: ${error.message}`, { cause: error }));
    });
  });
}

function shutDown(server: Server, address: string, graceMs: number): Promise<void> {
  // Not `forceShutdown`: it only knows connections while channelz counts them.
  server.drain(address, graceMs);
  return new Promise((resolve, reject) => {
    server.tryShutdown((error) => (error === undefined ? resolve() : reject(error)));
  });
}
