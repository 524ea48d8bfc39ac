/** What requests about documents have in common. */
import type { DocumentAddress, Documents } from '../documents/documents.ts';
import type { EndpointCall } from './endpoint-call.ts';
import { noDocumentStore } from './errors.ts';
import { documentId } from './schemas/document.ts';
import type { InlineSchema } from './schemas/schema.ts';

const parameters = {
  storeId: { type: 'string', description: 'The store; none = the first of the server.' },
  documentId: { type: 'string', description: 'The id the document shall have; none = a new one.' },
  contentHash: { type: 'string', description: 'That of the reference: it must be given and fit.' },
} as const satisfies Record<string, InlineSchema>;

export function documentQuery(...names: readonly (keyof typeof parameters)[]): Readonly<Record<string, InlineSchema>> {
  return Object.fromEntries(names.map((name) => [name, parameters[name]]));
}

/** @throws {RestProblem} this server keeps none. */
export function documentsOf({ dispatch }: EndpointCall<unknown>): Documents {
  if (dispatch.documents === undefined) throw noDocumentStore();
  return dispatch.documents;
}

export function storeIdOf(call: EndpointCall<unknown>): string | undefined {
  return call.text('storeId') || undefined;
}

/** The id that a new document shall have. @throws {RestProblem} it breaks a rule. */
export function documentIdOf(call: EndpointCall<unknown>): string | undefined {
  return call.queryIdentifier('documentId', documentId) || undefined;
}

/** The document in the path. @throws {RestProblem} its id breaks a rule. */
export function documentAddress(call: EndpointCall<unknown>): DocumentAddress {
  return { storeId: storeIdOf(call), documentId: call.identifier('documentId', documentId) };
}
