import { defineEndpoint, noBody } from '../endpoint.ts';
import { notAcceptable } from '../errors.ts';
import { readResourceContent } from '../resource-content.ts';
import { resourceKey } from '../schemas/keys.ts';

/** Deprecated in the original: scripts only, since they are JSON for sure. */
export const getResourceContent = defineEndpoint({
  method: 'GET',
  path: '/resources/{resourceKey}/content',
  operationId: 'getResourceContent',
  tag: 'Resource',
  summary: 'Gives the JSON of a deployed RPA script',
  since: '8.7',
  parameters: { resourceKey },
  body: noBody,
  success: { status: 200, description: 'The script.', schema: { type: 'string' }, contentType: 'text/plain' },
  errors: [400, 403, 404, 406, 500, 503],

  async handle(call) {
    const { resourceName, bytes, headers } = await readResourceContent(call);
    if (!/\.rpa$/i.test(resourceName)) {
      throw notAcceptable(
        `Expected an RPA script (.rpa), but '${resourceName}' is none; get it from /resources/{resourceKey}/content/binary`,
      );
    }
    // Declared as a text up to 8.9 and as free JSON since: the same bytes, but clients take the content type at its word.
    const isJsonWanted = call.namesAccepted('application/json');
    const type = `${isJsonWanted ? 'application/json' : 'text/plain'}; charset=utf-8`;
    return { status: 200, content: { type, body: bytes }, headers };
  },
});
