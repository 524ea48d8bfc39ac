import { basename } from 'node:path';
import type { EndpointCall } from './endpoint-call.ts';
import { notFound } from './errors.ts';
import { read } from './search-endpoint.ts';

export interface ResourceContent {
  readonly resourceName: string;
  readonly bytes: Buffer;
}

/** The deployed file that the path names. @throws {RestProblem} there is none. */
export async function readResourceContent(call: EndpointCall<unknown>): Promise<ResourceContent> {
  const resourceKey = String(call.key('resourceKey'));
  const { body } = await read(call, { kind: 'query', query: 'resourceContent', parameters: { resourceKey } });
  if (body === undefined) throw notFound(`Resource with key '${resourceKey}' not found`);
  const { resourceName, content } = JSON.parse(body) as { readonly resourceName: string; readonly content: string };
  return { resourceName, bytes: Buffer.from(content, 'base64') };
}

/** Lets browsers save a file under its name instead of showing what somebody deployed. */
export function attachmentHeader(resourceName: string): string {
  return `attachment; filename*=UTF-8''${encodeURIComponent(basename(resourceName).toWellFormed()).replaceAll("'", '%27')}`;
}
