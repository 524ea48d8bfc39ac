/** Describes the API in OpenAPI 3.0, from the same declarations the server checks requests with. */
import { BROKER_VERSION } from '@waggle/protocol';
import type { Endpoint, Success } from './endpoint.ts';
import { API_PREFIX, routeTemplate } from './route-templates.ts';
import { problemDetail } from './schemas/problem-detail.ts';
import { isNamedSchema, type NamedSchema, type Schema } from './schemas/schema.ts';
import { PROBLEM_CONTENT_TYPE } from './send-problem.ts';

type Json = { [name: string]: unknown };

const errorDescriptions: Readonly<Record<number, string>> = {
  400: 'The request cannot be read, breaks a rule, or was refused as invalid.',
  404: 'What the request is about does not exist.',
  406: 'What there is cannot be given in the way asked for.',
  413: 'The request is too large.',
  415: 'The content type is not the one expected.',
  416: 'The range begins behind the end.',
  409: 'The present state does not allow it.',
  500: 'The server failed.',
  502: 'The connection to a broker broke; the command may or may not take effect.',
  503: 'The server is too busy or cannot work now; nothing happened.',
  504: 'The answer did not come in time; the command may still take effect.',
};

export function openApiDocument(endpoints: readonly Endpoint[]): Json {
  const schemas = new SchemaCollector();
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const isElsewhere = endpoint.prefix !== undefined;
    const path = isElsewhere ? routeTemplate(endpoint) : endpoint.path;
    paths[path] ??= isElsewhere ? { servers: [{ url: '/' }] } : {};
    paths[path]![endpoint.method.toLowerCase()] = operation(endpoint, schemas);
  }
  return {
    openapi: '3.0.3',
    info: {
      title: 'Waggle Orchestration Cluster API',
      version: BROKER_VERSION,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: API_PREFIX }],
    tags: [...new Set(endpoints.map(({ tag }) => tag))].sort().map((name) => ({ name })),
    paths,
    components: { schemas: schemas.collected },
  };
}

function operation(endpoint: Endpoint, schemas: SchemaCollector): Json {
  const parameters = [
    ...Object.entries(endpoint.parameters ?? {}).map(([name, schema]) => ({
      name,
      in: 'path',
      required: true,
      schema: schemas.use(schema),
    })),
    ...Object.entries(endpoint.query ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      ...(endpoint.requiredQuery?.includes(name) ? { required: true } : {}),
      schema: schemas.use(schema),
    })),
  ];
  return {
    operationId: endpoint.operationId,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    'x-added-in-version': endpoint.since,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...requestBody(endpoint, schemas),
    responses: {
      ...Object.fromEntries(
        [endpoint.success, ...(endpoint.otherSuccesses ?? [])].map((success) => [
          success.status,
          successResponse(success, schemas),
        ]),
      ),
      ...Object.fromEntries(endpoint.errors.map((status) => [status, problemResponse(status, schemas)])),
    },
  };
}

function successResponse(
  { description, schema, contentType = 'application/json', otherContentTypes = [] }: Success,
  schemas: SchemaCollector,
): Json {
  return {
    description,
    ...(schema === undefined
      ? {}
      : {
          content: {
            [contentType]: { schema: schemas.use(schema) },
            ...Object.fromEntries(otherContentTypes.map((type) => [type, { schema: { type: 'string' } }])),
          },
        }),
  };
}

function requestBody({ body }: Endpoint, schemas: SchemaCollector): Json {
  switch (body.kind) {
    case 'none':
      return {};
    case 'json':
      return {
        requestBody: {
          required: body.isRequired,
          content: { 'application/json': { schema: schemas.use(body.schema) } },
        },
      };
    case 'multipart':
      return {
        requestBody: { required: true, content: { 'multipart/form-data': { schema: schemas.use(body.schema) } } },
      };
  }
}

function problemResponse(status: number, schemas: SchemaCollector): Json {
  return {
    description: errorDescriptions[status] ?? 'The request was not carried out.',
    content: { [PROBLEM_CONTENT_TYPE]: { schema: schemas.use(problemDetail) } },
  };
}

/** Replaces named schemas by references and collects what they refer to. */
class SchemaCollector {
  readonly collected: Record<string, Json> = {};

  use(schema: Schema): Json {
    if (!isNamedSchema(schema)) return this.#inline(schema);
    if (this.collected[schema.name] === undefined) {
      // Taken before its members are visited, so that a schema may refer to itself.
      this.collected[schema.name] = {};
      this.collected[schema.name] = this.#inline(schema.definition);
    }
    return { $ref: referenceTo(schema) };
  }

  #inline(schema: Exclude<Schema, NamedSchema>): Json {
    const { properties, items, allOf, oneOf, discriminator, ...rest } = schema;
    return {
      ...rest,
      ...(properties === undefined
        ? {}
        : {
            properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, this.use(value)])),
          }),
      ...(items === undefined ? {} : { items: this.use(items) }),
      ...(allOf === undefined ? {} : { allOf: allOf.map((part) => this.use(part)) }),
      ...(oneOf === undefined ? {} : { oneOf: oneOf.map((part) => this.use(part)) }),
      ...(discriminator === undefined
        ? {}
        : {
            discriminator: {
              propertyName: discriminator.propertyName,
              mapping: Object.fromEntries(
                Object.entries(discriminator.schemas).map(([value, part]) => [value, referenceTo(part)]),
              ),
            },
          }),
    };
  }
}

function referenceTo(schema: NamedSchema): string {
  return `#/components/schemas/${schema.name}`;
}
