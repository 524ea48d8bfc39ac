/** The usual endpoints of the read side: a search for an entity, and one of it by its key. */
import type { Entity, ExportFormat, ReadAnswer, ReadRequest, SearchRequest } from '@waggle/search';
import { type Answer, freshnessHeaders } from './answer.ts';
import { defineEndpoint, type Endpoint, noBody, optionalJsonBody } from './endpoint.ts';
import type { EndpointCall } from './endpoint-call.ts';
import { plural, withArticle } from './english.ts';
import { noSecondaryStorage, notFound } from './errors.ts';
import { entityKey } from './schemas/entity-key.ts';
import { entitySchemas } from './schemas/entity-schemas.ts';
import type { InlineSchema, NamedSchema } from './schemas/schema.ts';
import { offsetPagination } from './schemas/search-page.ts';
import { exportAnswer, exportContentTypes, exportFormatOf } from './search-export.ts';

interface SearchEndpointOptions {
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  readonly since: string;
  /** Where the path begins, in place of `/v2`. */
  readonly prefix?: string;
  readonly summary?: string;
  /** Fields that parameters of the path fix: `{ processInstanceKey: 'ProcessInstanceKey' }`. */
  readonly scope?: Readonly<Record<string, string>>;
  /** What the path names must exist; `scope` says which condition it adds. */
  readonly within?: { readonly entity: Entity; readonly scope: string };
  /** Pages are asked for by offsets only. Default: by cursors too. */
  readonly paging?: 'offset';
}

type SearchRead = Extract<ReadRequest, { readonly kind: 'search' }>;

const truncateValues: InlineSchema = {
  type: 'boolean',
  description: 'Whether long values are cut; by default they are.',
};

export function searchEndpoint(entity: Entity, options: SearchEndpointOptions): Endpoint {
  const { query, queryResult } = entitySchemas(entity);
  const { scope = {}, within, paging, ...rest } = options;
  const parameters = Object.fromEntries(Object.entries(scope).map(([name, schema]) => [name, entityKey(schema)]));
  if (within !== undefined) parameters[within.entity.key] = entityKeyParameter(within.entity);
  const missing = ({ title }: Entity, key: string) => notFound(`${title} with key '${key}' not found`);
  const exported = (call: EndpointCall<SearchRequest>, request: SearchRead, format: ExportFormat): Promise<Answer> =>
    exportAnswer({
      format,
      fileName: options.path.split('/').at(-2) ?? entity.name,
      hasLargeRows: entity.cut !== undefined || Object.values(entity.fields).some(({ isLarge }) => isLarge),
      request: call.body,
      readPart: (part) => read(call, { ...request, ...part, kind: 'export', format }),
      missing: () => missing(within!.entity, request.within!.key),
    });
  return defineEndpoint<SearchRequest>({
    method: 'POST',
    summary: `Searches for ${plural(entity.title)}`,
    ...rest,
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
    ...(entity.cut === undefined ? {} : { query: { truncateValues } }),
    body: optionalJsonBody(paging === undefined ? query : withOffsets(query, options.operationId)),
    success: {
      status: 200,
      description: `A page of ${plural(entity.title)}; or all of them as a file, when the header Accept names its type.`,
      schema: queryResult,
      otherContentTypes: Object.values(exportContentTypes),
    },
    errors: within === undefined ? [400, 403, 500, 503] : [400, 403, 404, 500, 503],

    async handle(call) {
      const conditions = Object.fromEntries(Object.keys(scope).map((name) => [name, String(call.key(name))]));
      const request: SearchRead = {
        kind: 'search',
        entity: entity.name,
        request: call.body,
        scope: conditions,
        hasWholeValues: entity.cut !== undefined && !call.flag('truncateValues', true),
      };
      const format = exportFormatOf(call);
      if (within === undefined) {
        return format === undefined ? answerOf(await read(call, request)) : exported(call, request, format);
      }
      const key = String(call.key(within.entity.key));
      const limited: SearchRead = {
        ...request,
        scope: { ...conditions, [within.scope]: key },
        within: { entity: within.entity.name, key },
      };
      if (format !== undefined) return exported(call, limited, format);
      const answer = await read(call, limited);
      if (answer.body === undefined) throw missing(within.entity, key);
      return answerOf(answer);
    },
  });
}

function withOffsets(query: NamedSchema<SearchRequest>, operationId: string): NamedSchema<SearchRequest> {
  const { definition } = query;
  return {
    name: `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}Query`,
    definition: { ...definition, properties: { ...definition.properties, page: offsetPagination } },
  };
}

interface GetEndpointOptions {
  /** Of what identifies one, where that is an identifier. */
  readonly keySchema?: NamedSchema<string>;
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  readonly since: string;
}

export function getEndpoint(entity: Entity, options: GetEndpointOptions): Endpoint {
  const keyName = entity.key;
  const { type, isAnyText = false } = entity.fields[keyName]!;
  const { keySchema = entityKeyParameter(entity), ...rest } = options;
  return defineEndpoint({
    method: 'GET',
    summary: `Tells what is known of ${withArticle(entity.title)}`,
    ...rest,
    parameters: { [keyName]: keySchema },
    body: noBody,
    success: { status: 200, description: `The ${entity.title}.`, schema: entitySchemas(entity).getResult },
    errors: [400, 403, 404, 500, 503],

    async handle(call) {
      const key = type === 'key' && !isAnyText ? String(call.key(keyName)) : call.identifier(keyName, keySchema);
      const answer = await read(call, { kind: 'get', entity: entity.name, key });
      if (answer.body === undefined) throw notFound(`${entity.title} with key '${key}' not found`);
      return answerOf(answer);
    },
  });
}

function entityKeyParameter({ key, fields }: Entity): NamedSchema<string> {
  return entityKey(fields[key]!.schemaName ?? 'LongKey');
}

/** Asks the read side. @throws {RestProblem} this server has none. */
export function read(call: EndpointCall<unknown>, request: ReadRequest): Promise<ReadAnswer> {
  const { search } = call.dispatch;
  if (search === undefined) throw noSecondaryStorage();
  return search.read(request);
}

/** @param answer with a body. */
export function answerOf({ body = '', isFresh }: ReadAnswer): Answer {
  return { status: 200, json: body, headers: freshnessHeaders({ isFresh }) };
}
