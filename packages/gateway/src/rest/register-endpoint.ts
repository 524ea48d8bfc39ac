import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Dispatch } from '../dispatch/index.ts';
import type { Answer } from './answer.ts';
import type { Endpoint } from './endpoint.ts';
import { EndpointCall } from './endpoint-call.ts';
import { JsonBody } from './json-body.ts';
import { RequestValidator } from './request-validator.ts';
import { routeTemplate, routeUrl } from './route-templates.ts';
import type { WaitingClients } from './waiting-clients.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route as the API document spells it. */
    template?: string;
    /** Its body may take as long as something comes. */
    isLongUpload?: boolean;
  }
}

interface ReadBody {
  readonly body: unknown;
  readonly json: JsonBody | undefined;
}

/** @param bodyless makes the call without its body, for those who need it to read the body. */
type BodyReader = (request: FastifyRequest, bodyless: () => EndpointCall<undefined>) => ReadBody | Promise<ReadBody>;

export interface EndpointContext {
  readonly dispatch: Dispatch;
  readonly waitingClients: WaitingClients;
}

/** Makes the server answer an operation. Its schemas are compiled when first used. */
export function registerEndpoint(app: FastifyInstance, endpoint: Endpoint, context: EndpointContext): void {
  const readBody = bodyReader(endpoint);
  app.route({
    method: endpoint.method,
    url: routeUrl(endpoint),
    config: { template: routeTemplate(endpoint), isLongUpload: endpoint.body.kind === 'multipart' },
    handler: async (request, reply) => {
      const known = {
        dispatch: context.dispatch,
        parameters: request.params as Record<string, string>,
        query: request.query as Record<string, unknown>,
        headers: request.headers,
        watchClient: () => context.waitingClients.watch(reply.raw),
      };
      const bodyless = () => new EndpointCall({ ...known, body: undefined, json: undefined });
      const call = new EndpointCall({ ...known, ...(await readBody(request, bodyless)) });
      return sendAnswer(reply, await endpoint.handle(call));
    },
  });
}

function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  if (reply.raw.destroyed) answer.onUnsent?.();
  reply.code(answer.status);
  if (answer.headers !== undefined) reply.headers(answer.headers);
  if (answer.content !== undefined) {
    const { type, body } = answer.content;
    // The framework reads on to the end when only the head was asked for, and some bodies have none.
    if (body instanceof Readable) reply.raw.once('close', () => body.destroy());
    return reply.header('content-type', type).send(body);
  }
  return answer.json === undefined
    ? reply.send()
    : reply.header('content-type', 'application/json; charset=utf-8').send(answer.json);
}

function bodyReader({ body }: Endpoint): BodyReader {
  switch (body.kind) {
    case 'none':
      return () => ({ body: undefined, json: undefined });
    case 'multipart':
      return async (request, bodyless) => ({ body: await body.read(request, bodyless()), json: undefined });
    case 'json': {
      const validator = new RequestValidator(body.schema);
      const { freeMembers } = validator;
      return (request) => {
        const text = typeof request.body === 'string' ? request.body : '';
        const json = JsonBody.parse(text, freeMembers, body);
        return { body: validator.check(json), json };
      };
    }
  }
}
