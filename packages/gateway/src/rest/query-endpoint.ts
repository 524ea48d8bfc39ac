/** Endpoints of the read side that are no searches: what one query answers. */
import { noContent } from './answer.ts';
import { defineEndpoint, type Endpoint, noBody, optionalJsonBody } from './endpoint.ts';
import { notFound } from './errors.ts';
import { entityKey } from './schemas/entity-key.ts';
import type { NamedSchema, Schema } from './schemas/schema.ts';
import { answerOf, read } from './search-endpoint.ts';

interface QueryEndpointOptions {
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly since: string;
  /** The one parameter of the path, by name; its schema. */
  readonly key: readonly [string, string];
  /** Name of the query. */
  readonly query: string;
  /** The body's schema; a POST then. */
  readonly body?: NamedSchema<object>;
  readonly schema: Schema;
  readonly description: string;
  /** What is not found when the query gives nothing: `process instance`. */
  readonly subject?: string;
  /** What it means when the query gives null, which is answered with 204. */
  readonly none?: string;
}

export function queryEndpoint(options: QueryEndpointOptions): Endpoint {
  const { key, query, body, schema, description, subject, none, ...rest } = options;
  const [keyName, keySchema] = key;
  return defineEndpoint<object>({
    method: body === undefined ? 'GET' : 'POST',
    ...rest,
    parameters: { [keyName]: entityKey(keySchema) },
    body: body === undefined ? noBody : optionalJsonBody(body),
    success: { status: 200, description, schema },
    ...(none === undefined ? {} : { otherSuccesses: [{ status: 204, description: none }] }),
    errors: subject === undefined ? [400, 403, 500, 503] : [400, 403, 404, 500, 503],

    async handle(call) {
      const value = String(call.key(keyName));
      const parameters = { ...(body === undefined ? {} : call.body), [keyName]: value };
      const answer = await read(call, { kind: 'query', query, parameters });
      if (answer.body === undefined) throw notFound(`${subject} with key '${value}' not found`);
      return none !== undefined && answer.body === 'null' ? noContent : answerOf(answer);
    },
  });
}
