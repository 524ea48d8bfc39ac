/** The REST API v2: reads and checks requests, hands them to dispatch, and writes answers. */
import multipart from '@fastify/multipart';
import type { PartitionPort } from '@waggle/protocol';
import { type FastifyInstance, fastify } from 'fastify';
import type { Logger } from 'pino';
import { createDispatch, type Dispatch, type LongPollingOptions } from '../dispatch/index.ts';
import { API_PAGE_PATH, registerApiPage } from './api-page.ts';
import { closeServer } from './close-server.ts';
import { endpoints } from './endpoint-table.ts';
import { badRequest, methodNotAllowed, unknownRoute } from './errors.ts';
import {
  DEPLOYMENT_FIELD_BYTES_MAX,
  DEPLOYMENT_FIELDS_MAX,
  DEPLOYMENT_FILES_MAX,
  KEEP_ALIVE_TIMEOUT_MS,
  PATH_PARAMETER_LENGTH_MAX,
  REQUEST_BYTES_MAX,
  REQUEST_RECEIVE_TIMEOUT_MS,
} from './limits.ts';
import { openApiDocument } from './open-api-document.ts';
import { problemOf, unexpectedProblem } from './problem-of.ts';
import { quotedText } from './quoted-text.ts';
import { ReceivingRequests } from './receiving-requests.ts';
import { type EndpointContext, registerEndpoint } from './register-endpoint.ts';
import type { RequestObserver } from './request-observer.ts';
import { API_PREFIX, allowedMethods } from './route-templates.ts';
import { securityHeaders } from './security-headers.ts';
import { problemText, sendProblem } from './send-problem.ts';
import { SilentConnections } from './silent-connections.ts';
import { startListening } from './start-listening.ts';
import { WaitingClients } from './waiting-clients.ts';
import { registerWebApps, type WebApps } from './web-apps.ts';

export interface RestServerOptions {
  readonly port: PartitionPort;
  /** Shared with the gRPC server, so that workers of both wait in one queue; default an own one. Whoever made it closes it. */
  readonly dispatch?: Dispatch;
  /** Address to listen on, default all. */
  readonly host?: string;
  /** TCP port; 0 = any free one. */
  readonly restPort: number;
  /** Gets what went wrong on our side; nothing about ordinary requests. */
  readonly logger: Logger;
  /** Ms a command may take, default 15 s. */
  readonly requestTimeoutMs?: number;
  readonly longPolling?: Partial<LongPollingOptions>;
  /** Default: none are served. */
  readonly webApps?: WebApps;
  /** Told about every answered request. */
  readonly onRequest?: RequestObserver;
}

export interface RestServer {
  /** Where it listens, `127.0.0.1:8080`. */
  readonly address: string;
  readonly restPort: number;
  /** Ends waiting requests, lets running ones finish for a while, then cuts connections. */
  close(): Promise<void>;
}

const JSON_CONTENT_TYPES = ['application/json', 'application/vnd.camunda.api.keys.string+json'];

/** @throws when the address cannot be listened on. */
export async function createRestServer(options: RestServerOptions): Promise<RestServer> {
  const { host = '0.0.0.0' } = options;
  const dispatch = options.dispatch ?? createDispatch(options.port, options);
  const waitingClients = new WaitingClients();
  const receiving = new ReceivingRequests();
  const app = createApp(options, receiving);
  const silent = new SilentConnections(app.server);
  registerApi(app, { dispatch, waitingClients });
  registerApiPage(app, { start: options.webApps === undefined ? API_PAGE_PATH : '/operate' });
  if (options.webApps !== undefined) registerWebApps(app, options.webApps);
  const { address, port } = await startListening(app, { what: 'the REST API', host, port: options.restPort });
  return {
    address,
    restPort: port,
    async close() {
      waitingClients.close();
      receiving.close();
      await closeServer(app, silent);
      if (options.dispatch === undefined) dispatch.close();
    },
  };
}

function createApp({ logger, onRequest }: RestServerOptions, receiving: ReceivingRequests): FastifyInstance {
  const app = fastify({
    // Its request logger costs as much as a request; what matters is logged below.
    logger: false,
    bodyLimit: REQUEST_BYTES_MAX,
    // Longer ones are refused before our own check could say what is wrong with the key.
    routerOptions: { maxParamLength: PATH_PARAMETER_LENGTH_MAX },
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    // Each body has a limit of its own; heads have the server's.
    requestTimeout: 0,
    forceCloseConnections: 'idle',
    // Requests that arrive on open connections while the server closes are still answered, as problems or in full.
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => {
      sendProblem(reply, badRequest(`Expected a well-formed URL, but got '${quotedText(request.url)}': ${error.code}`));
    },
    clientErrorHandler: (error, socket) => {
      if (error.code === 'ECONNRESET' || !socket.writable) {
        socket.destroy(error);
        return;
      }
      const problem = badRequest('Expected a well-formed HTTP request, but it cannot be read');
      const text = problemText(problem, '/');
      socket.end(
        `HTTP/1.1 400 Bad Request\r\ncontent-type: application/problem+json\r\nconnection: close\r\n` +
          `content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
      );
    },
  });
  app.server.headersTimeout = REQUEST_RECEIVE_TIMEOUT_MS;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(JSON_CONTENT_TYPES, { parseAs: 'string' }, (_request, text, done) => done(null, text));
  app.addHook('onRequest', (request, reply, done) => {
    receiving.watch(request.raw, request.routeOptions.config.isLongUpload === true);
    reply.headers(securityHeaders);
    done();
  });
  if (onRequest !== undefined) {
    app.addHook('onResponse', (request, reply, done) => {
      onRequest({
        method: request.method,
        route: request.routeOptions.config.template ?? 'unmatched',
        status: reply.statusCode,
        durationMs: reply.elapsedTime,
      });
      done();
    });
  }
  const methodsOf = allowedMethods(endpoints);
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0]!;
    const methods = methodsOf(path);
    const problem =
      methods.length === 0 ? unknownRoute(request.method, quotedText(path)) : methodNotAllowed(request.method, methods);
    return sendProblem(reply, problem);
  });
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error, request.headers['content-type']);
    if (problem === undefined) {
      logger.error({ err: error, requestId: request.id, method: request.method, url: request.url }, 'Request failed');
    }
    // Half an answer is on its way: nothing can be added to it.
    if (!reply.raw.headersSent) sendProblem(reply, problem ?? unexpectedProblem(request.id));
  });
  return app;
}

function registerApi(app: FastifyInstance, context: EndpointContext): void {
  for (const endpoint of endpoints) {
    if (endpoint.body.kind !== 'multipart') registerEndpoint(app, endpoint, context);
  }
  // In a scope of its own, so that other operations refuse uploads and this one refuses JSON.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    await scope.register(multipart, {
      limits: {
        files: DEPLOYMENT_FILES_MAX,
        fields: DEPLOYMENT_FIELDS_MAX,
        parts: DEPLOYMENT_FILES_MAX + DEPLOYMENT_FIELDS_MAX,
        fileSize: REQUEST_BYTES_MAX,
        fieldSize: DEPLOYMENT_FIELD_BYTES_MAX,
        fieldNameSize: DEPLOYMENT_FIELD_BYTES_MAX,
      },
    });
    for (const endpoint of endpoints) {
      if (endpoint.body.kind === 'multipart') registerEndpoint(scope, endpoint, context);
    }
  });
  // Made when first asked for: most servers never are.
  let document: string | undefined;
  app.get(`${API_PREFIX}/openapi.json`, { config: { template: `${API_PREFIX}/openapi.json` } }, (_request, reply) => {
    document ??= JSON.stringify(openApiDocument(endpoints));
    return reply.header('content-type', 'application/json; charset=utf-8').send(document);
  });
}
