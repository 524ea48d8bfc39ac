import { attachmentNamed } from '../../documents/attachment-name.ts';
import type { Answer } from '../answer.ts';
import { byteRangeOf } from '../byte-range.ts';
import { documentAddress, documentQuery, documentsOf } from '../document-requests.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { rangeNotSatisfiable } from '../errors.ts';
import { documentId } from '../schemas/document.ts';

const binary = { type: 'string', format: 'binary' } as const;

export const getDocument = defineEndpoint({
  method: 'GET',
  path: '/documents/{documentId}',
  operationId: 'getDocument',
  tag: 'Document',
  summary: 'Gives the content of a document, or a range of it',
  since: '8.6',
  parameters: { documentId },
  query: documentQuery('storeId', 'contentHash'),
  body: noBody,
  success: {
    status: 200,
    description: 'The content, with its own content type.',
    schema: binary,
    contentType: 'application/octet-stream',
  },
  otherSuccesses: [
    {
      status: 206,
      description: 'The range that the header `Range` asks for.',
      schema: binary,
      contentType: 'application/octet-stream',
    },
  ],
  errors: [400, 403, 404, 416, 500, 503],

  async handle(call): Promise<Answer> {
    const documents = documentsOf(call);
    const address = documentAddress(call);
    const { contentHash, metadata } = await documents.find(address, call.text('contentHash') || undefined);
    const { size } = metadata;
    const range = byteRangeOf(call.header('range'), size);
    if (range === 'unsatisfiable') throw rangeNotSatisfiable(size);
    const length = range === undefined ? size : range.last - range.first + 1;
    return {
      status: range === undefined ? 200 : 206,
      content: { type: metadata.contentType, body: await documents.read(address, range) },
      headers: {
        'content-length': String(length),
        'content-disposition': attachmentNamed(metadata.fileName),
        // Should a browser show it after all, it is no page of this server.
        'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
        'accept-ranges': 'bytes',
        etag: `"${contentHash}"`,
        ...(range === undefined ? {} : { 'content-range': `bytes ${range.first}-${range.last}/${size}` }),
      },
    };
  },
});
