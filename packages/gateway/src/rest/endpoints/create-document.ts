import { created } from '../answer.ts';
import { documentReferenceJson, givenMetadata, metadataOf } from '../document-metadata.ts';
import { documentIdOf, documentQuery, documentsOf, storeIdOf } from '../document-requests.ts';
import { defineUploadEndpoint, multipartBody } from '../endpoint.ts';
import { badRequest } from '../errors.ts';
import { type DocumentsUpload, readDocuments } from '../read-documents.ts';
import { RestProblem } from '../rest-problem.ts';
import { documentReference, documentUpload } from '../schemas/document.ts';

const names = { file: 'file', metadata: 'metadata' };

export const createDocument = defineUploadEndpoint<DocumentsUpload>({
  method: 'POST',
  path: '/documents',
  operationId: 'createDocument',
  tag: 'Document',
  summary: 'Keeps a file',
  since: '8.6',
  query: documentQuery('storeId', 'documentId'),
  body: multipartBody(documentUpload, (request, call) =>
    readDocuments(request, { documents: documentsOf(call), storeId: storeIdOf(call), names }),
  ),
  success: { status: 201, description: 'The document is kept.', schema: documentReference },
  errors: [400, 403, 409, 413, 415, 503],

  async handle(call) {
    const { files, metadata, discard } = call.body;
    try {
      const [file] = files;
      if (file === undefined || files.length > 1 || metadata.length > 1) {
        throw badRequest(`Expected one file and its metadata, but got ${files.length} and ${metadata.length}`);
      }
      if (file.received instanceof RestProblem) throw file.received;
      const reference = await documentsOf(call).create(storeIdOf(call), {
        documentId: documentIdOf(call),
        file: file.received,
        metadata: metadataOf(givenMetadata(metadata[0] ?? ''), file),
      });
      return created(documentReferenceJson(reference));
    } finally {
      await discard();
    }
  },
});
