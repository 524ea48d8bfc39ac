import { endpoints } from './endpoint-table.ts';
import { openApiDocument } from './open-api-document.ts';

/** The parts of the API's OpenAPI document that programs look up; it holds all that OpenAPI 3.0 asks for. */
export interface ApiDocument {
  /** By path, then by method in lower case. Paths lie below `/v2` unless they have `servers` of their own. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
}

export interface ApiOperation {
  readonly operationId?: string;
  readonly tags?: readonly string[];
  /** Minor version of Camunda that first had it. */
  readonly 'x-added-in-version'?: string;
}

/** The OpenAPI document of all operations, made from the schemas that requests are checked with. */
export function apiDocument(): ApiDocument {
  return openApiDocument(endpoints) as unknown as ApiDocument;
}
