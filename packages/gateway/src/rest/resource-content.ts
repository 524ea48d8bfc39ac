import { basename } from 'node:path';
import { freshnessHeaders } from './answer.ts';
import type { EndpointCall } from './endpoint-call.ts';
import { notFound } from './errors.ts';
import { read } from './search-endpoint.ts';

export interface ResourceContent {
  readonly resourceName: string;
  readonly bytes: Buffer;
  /** Of the answer that gives it. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The deployed file that the path names. @throws {RestProblem} there is none. */
export async function readResourceContent(call: EndpointCall<unknown>): Promise<ResourceContent> {
  const resourceKey = String(call.key('resourceKey'));
  const answer = await read(call, { kind: 'query', query: 'resourceContent', parameters: { resourceKey } });
  if (answer.body === undefined) throw notFound(`Resource with key '${resourceKey}' not found`);
  const { resourceName, content } = JSON.parse(answer.body) as {
    readonly resourceName: string;
    readonly content: string;
  };
  return { resourceName, bytes: Buffer.from(content, 'base64'), headers: freshnessHeaders(answer) };
}

/** Lets browsers save a file under its name instead of showing what somebody deployed. */
export function attachmentHeader(resourceName: string): string {
  return `attachment; filename*=UTF-8''${encodeURIComponent(basename(resourceName).toWellFormed()).replaceAll("'", '%27')}`;
}
