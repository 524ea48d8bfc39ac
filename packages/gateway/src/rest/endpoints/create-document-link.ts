import { LINK_TIME_TO_LIVE_DEFAULT_MS } from '../../documents/limits.ts';
import { created } from '../answer.ts';
import { documentAddress, documentQuery, documentsOf } from '../document-requests.ts';
import { defineEndpoint, optionalJsonBody } from '../endpoint.ts';
import { jsonObject, jsonText } from '../json-text.ts';
import { type DocumentLinkRequest, documentId, documentLink, documentLinkRequest } from '../schemas/document.ts';

export const createDocumentLink = defineEndpoint<DocumentLinkRequest>({
  method: 'POST',
  path: '/documents/{documentId}/links',
  operationId: 'createDocumentLink',
  tag: 'Document',
  summary: 'Makes a URL by which anyone can read a document for a while',
  since: '8.7',
  parameters: { documentId },
  query: documentQuery('storeId', 'contentHash'),
  body: optionalJsonBody(documentLinkRequest),
  success: { status: 201, description: 'The link.', schema: documentLink },
  errors: [400, 403, 404, 503],

  async handle(call) {
    const documents = documentsOf(call);
    const address = documentAddress(call);
    await documents.find(address, call.text('contentHash') || undefined);
    const { url, expiresAt } = documents.link(address, call.body.timeToLive ?? LINK_TIME_TO_LIVE_DEFAULT_MS);
    return created(jsonObject({ url: jsonText(url), expiresAt: jsonText(new Date(expiresAt).toISOString()) }));
  },
});
