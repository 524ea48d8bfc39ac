import { deleteSavedFilter as deleteFilter } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { savedFilterKey } from '../schemas/keys.ts';

/** Ours alone. */
export const deleteSavedFilter = defineEndpoint({
  method: 'DELETE',
  prefix: '/waggle/v1',
  path: '/saved-filters/{savedFilterKey}',
  operationId: 'deleteSavedFilter',
  tag: 'Saved filter',
  summary: 'Forgets a saved filter',
  since: '8.9',
  parameters: { savedFilterKey },
  body: noBody,
  success: { status: 204, description: 'The filter is gone.' },
  errors: [400, 404, 500, 503, 504],

  async handle(call) {
    await deleteFilter(call.dispatch.router, { savedFilterKey: call.key('savedFilterKey') });
    return noContent;
  },
});
