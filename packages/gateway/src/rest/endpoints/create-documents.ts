import { documentReferenceJson, givenMetadata, givenMetadataList, metadataOf } from '../document-metadata.ts';
import { documentQuery, documentsOf, storeIdOf } from '../document-requests.ts';
import { defineUploadEndpoint, multipartBody } from '../endpoint.ts';
import type { EndpointCall } from '../endpoint-call.ts';
import { badRequest } from '../errors.ts';
import { jsonArray, jsonObject, jsonText } from '../json-text.ts';
import { problemOf } from '../problem-of.ts';
import { type DocumentsUpload, readDocuments, type UploadedFile } from '../read-documents.ts';
import { RestProblem } from '../rest-problem.ts';
import { documentBatchUpload, documentCreationBatchResponse } from '../schemas/document.ts';

const names = { file: 'files', metadata: 'metadataList' };

export const createDocuments = defineUploadEndpoint<DocumentsUpload>({
  method: 'POST',
  path: '/documents/batch',
  operationId: 'createDocuments',
  tag: 'Document',
  summary: 'Keeps several files, each for itself',
  since: '8.7',
  query: documentQuery('storeId'),
  body: multipartBody(documentBatchUpload, (request, call) =>
    readDocuments(request, { documents: documentsOf(call), storeId: storeIdOf(call), names }),
  ),
  success: { status: 201, description: 'All documents are kept.', schema: documentCreationBatchResponse },
  otherSuccesses: [
    { status: 207, description: 'Some documents are not kept; it says why.', schema: documentCreationBatchResponse },
  ],
  errors: [400, 403, 413, 415, 503],

  async handle(call) {
    const { files, metadata, discard } = call.body;
    try {
      const list = givenMetadataList(metadata);
      if (list.length > 0 && list.length !== files.length) {
        throw badRequest(
          `Expected as many metadata objects as files, but got ${list.length} for ${files.length}: they belong together in their order`,
        );
      }
      const created: string[] = [];
      const failed: string[] = [];
      for (const [index, file] of files.entries()) {
        const said = metadataOf(list[index] ?? givenMetadata(''), file);
        const outcome = await createOne(call, file, said);
        if (outcome instanceof RestProblem) failed.push(failureJson(said.fileName, outcome));
        else created.push(outcome);
      }
      return {
        status: failed.length === 0 ? 201 : 207,
        json: jsonObject({ failedDocuments: jsonArray(failed), createdDocuments: jsonArray(created) }),
      };
    } finally {
      await discard();
    }
  },
});

async function createOne(
  call: EndpointCall<unknown>,
  { received }: UploadedFile,
  metadata: ReturnType<typeof metadataOf>,
): Promise<string | RestProblem> {
  if (received instanceof RestProblem) return received;
  try {
    const reference = await documentsOf(call).create(storeIdOf(call), {
      documentId: undefined,
      file: received,
      metadata,
    });
    return documentReferenceJson(reference);
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    return problem;
  }
}

function failureJson(fileName: string, { status, title, message }: RestProblem): string {
  return jsonObject({
    fileName: jsonText(fileName),
    status: String(status),
    title: jsonText(title),
    detail: jsonText(message),
  });
}
