import type { FastifyRequest } from 'fastify';
import type { Answer } from './answer.ts';
import type { EndpointCall } from './endpoint-call.ts';
import type { InlineSchema, NamedSchema, Schema } from './schemas/schema.ts';

/** One operation of the API: all the server and the API document know about it. */
export interface Endpoint<Body = unknown> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/v2`, parameters in braces: `/jobs/{jobKey}/completion`. */
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  /** Minor version of the original API that first had it. */
  readonly since: string;
  readonly parameters?: Readonly<Record<string, NamedSchema<string>>>;
  /** Query parameters. */
  readonly query?: Readonly<Record<string, InlineSchema>>;
  /** Names of those that must be there. */
  readonly requiredQuery?: readonly string[];
  /** Where the path begins, in place of `/v2`. */
  readonly prefix?: string;
  readonly body: NoBody | JsonRequest<Body> | MultipartRequest<Body>;
  readonly success: Success;
  /** Other ways to succeed: there is nothing to give. */
  readonly otherSuccesses?: readonly Success[];
  /** Statuses of its own problems; 413, 415, 500 and the like can come from anywhere and are not listed. */
  readonly errors: readonly number[];
  handle(call: EndpointCall<Body>): Answer | Promise<Answer>;
}

export interface Success {
  readonly status: number;
  readonly description: string;
  /** Of the body; absent = it has none. */
  readonly schema?: Schema;
  /** Default `application/json`. */
  readonly contentType?: string;
  /** Further ones, of texts, that clients can ask for. */
  readonly otherContentTypes?: readonly string[];
}

export interface NoBody {
  readonly kind: 'none';
}

export interface JsonRequest<Body> {
  readonly kind: 'json';
  readonly schema: NamedSchema<Body>;
  readonly isRequired: boolean;
}

export interface MultipartRequest<Body> {
  readonly kind: 'multipart';
  readonly schema: InlineSchema;
  /** Reads the parts as they come. @param call with all but its body. */
  readonly read: (request: FastifyRequest, call: EndpointCall<undefined>) => Promise<Body>;
}

export const noBody: NoBody = { kind: 'none' };

export function jsonBody<Body>(schema: NamedSchema<Body>): JsonRequest<Body> {
  return { kind: 'json', schema, isRequired: true };
}

export function optionalJsonBody<Body>(schema: NamedSchema<Body>): JsonRequest<Body> {
  return { kind: 'json', schema, isRequired: false };
}

export function multipartBody<Body>(
  schema: InlineSchema,
  read: MultipartRequest<Body>['read'],
): MultipartRequest<Body> {
  return { kind: 'multipart', schema, read };
}

/** The same operation for the whole cluster, which is what ours is. */
export function onCluster(operationId: string, endpoint: Endpoint): Endpoint {
  return { ...endpoint, operationId, prefix: '/cluster/v2' };
}

/** Lets the compiler tie the body's schema to what the handler gets. */
export function defineEndpoint<Body>(
  endpoint: Endpoint<Body> & { readonly body: NoBody | JsonRequest<Body> },
): Endpoint {
  return endpoint as unknown as Endpoint;
}

export function defineUploadEndpoint<Body>(
  endpoint: Endpoint<Body> & { readonly body: MultipartRequest<Body> },
): Endpoint {
  return endpoint as unknown as Endpoint;
}
