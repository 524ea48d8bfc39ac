import { defineEndpoint, noBody } from '../endpoint.ts';
import { attachmentHeader, readResourceContent } from '../resource-content.ts';
import { resourceKey } from '../schemas/keys.ts';

const CONTENT_TYPE = 'application/octet-stream';

export const getResourceContentBinary = defineEndpoint({
  method: 'GET',
  path: '/resources/{resourceKey}/content/binary',
  operationId: 'getResourceContentBinary',
  tag: 'Resource',
  summary: 'Gives the bytes of a deployed resource',
  since: '8.10',
  parameters: { resourceKey },
  body: noBody,
  success: {
    status: 200,
    description: 'The file as it was deployed.',
    schema: { type: 'string', format: 'binary' },
    contentType: CONTENT_TYPE,
  },
  errors: [400, 403, 404, 500, 503],

  async handle(call) {
    const { resourceName, bytes, headers } = await readResourceContent(call);
    return {
      status: 200,
      content: { type: CONTENT_TYPE, body: bytes },
      headers: { ...headers, 'content-disposition': attachmentHeader(resourceName) },
    };
  },
});
