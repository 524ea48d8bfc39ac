import { freshnessHeaders } from './answer.ts';
import { defineEndpoint, type Endpoint, noBody } from './endpoint.ts';
import { notFound } from './errors.ts';
import { entityKey } from './schemas/entity-key.ts';
import { read } from './search-endpoint.ts';

interface XmlEndpointOptions {
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  readonly since: string;
  /** Name of the path's parameter and of its schema. */
  readonly key: readonly [name: string, schema: string];
  /** For people: `decision definition`. */
  readonly title: string;
  /** Name of the read side's query, which takes the key by its name. */
  readonly query: string;
}

/** Gives the XML something was deployed with. */
export function xmlEndpoint({ key: [name, schema], title, query, ...options }: XmlEndpointOptions): Endpoint {
  return defineEndpoint({
    method: 'GET',
    summary: `Gives the XML of a ${title}`,
    ...options,
    parameters: { [name]: entityKey(schema) },
    body: noBody,
    success: { status: 200, description: 'The deployed file.', schema: { type: 'string' }, contentType: 'text/xml' },
    errors: [400, 403, 404, 500, 503],

    async handle(call) {
      const key = String(call.key(name));
      const answer = await read(call, { kind: 'query', query, parameters: { [name]: key } });
      if (answer.body === undefined) throw notFound(`${title} with key '${key}' not found`);
      const content = { type: 'text/xml; charset=utf-8', body: answer.body };
      return { status: 200, content, headers: freshnessHeaders(answer) };
    },
  });
}
