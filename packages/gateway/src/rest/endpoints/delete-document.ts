import { noContent } from '../answer.ts';
import { documentAddress, documentQuery, documentsOf } from '../document-requests.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { documentId } from '../schemas/document.ts';

export const deleteDocument = defineEndpoint({
  method: 'DELETE',
  path: '/documents/{documentId}',
  operationId: 'deleteDocument',
  tag: 'Document',
  summary: 'Deletes a document',
  since: '8.6',
  parameters: { documentId },
  query: documentQuery('storeId'),
  body: noBody,
  success: { status: 204, description: 'The document is gone.' },
  errors: [400, 403, 404, 500, 503],

  async handle(call) {
    await documentsOf(call).delete(documentAddress(call));
    return noContent;
  },
});
