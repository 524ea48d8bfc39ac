/** Endpoints of statistics: rows that a query counts, in pages. */
import type { Entity, SearchFilter, SearchRequest } from '@waggle/search';
import { defineEndpoint, type Endpoint, jsonBody, optionalJsonBody } from './endpoint.ts';
import { entitySchemas } from './schemas/entity-schemas.ts';
import type { NamedSchema } from './schemas/schema.ts';
import { cursorForwardPagination, offsetPagination } from './schemas/search-page.ts';
import { answerOf, read } from './search-endpoint.ts';

interface StatisticsEndpointOptions {
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly since: string;
  /** What is counted: the parameters of the entity's source. Required when `isFilterRequired`. */
  readonly filter?: NamedSchema<object>;
  readonly isFilterRequired?: boolean;
  readonly paging: 'offset' | 'forward';
}

/** @param entity one with a source. */
export function statisticsEndpoint(entity: Entity, options: StatisticsEndpointOptions): Endpoint {
  const { filter, isFilterRequired = false, paging, ...rest } = options;
  const { sort, queryResult } = entitySchemas(entity);
  const schema: NamedSchema<SearchRequest> = {
    name: `${entity.name}Query`,
    definition: {
      type: 'object',
      additionalProperties: false,
      ...(isFilterRequired ? { required: ['filter'] } : {}),
      properties: {
        ...(filter === undefined ? {} : { filter }),
        ...(sort === undefined ? {} : { sort }),
        page: paging === 'offset' ? offsetPagination : cursorForwardPagination,
      },
    },
  };
  return defineEndpoint<SearchRequest>({
    method: 'POST',
    ...rest,
    body: isFilterRequired ? jsonBody(schema) : optionalJsonBody(schema),
    success: { status: 200, description: `A page of counts.`, schema: queryResult },
    errors: [400, 403, 500, 503],

    async handle(call) {
      const { filter: parameters = {}, ...request } = call.body;
      return answerOf(
        await read(call, {
          kind: 'search',
          entity: entity.name,
          request,
          parameters: (parameters ?? {}) satisfies SearchFilter,
        }),
      );
    },
  });
}
