import { entities } from '@waggle/search';
import { updateSavedFilter as update } from '../../dispatch/index.ts';
import { ok } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { savedFilterJson } from '../saved-filter-json.ts';
import { entitySchemas } from '../schemas/entity-schemas.ts';
import { savedFilterKey } from '../schemas/keys.ts';
import { updateSavedFilterRequest } from '../schemas/saved-filter-requests.ts';

/** Ours alone. */
export const updateSavedFilter = defineEndpoint({
  method: 'PUT',
  prefix: '/waggle/v1',
  path: '/saved-filters/{savedFilterKey}',
  operationId: 'updateSavedFilter',
  tag: 'Saved filter',
  summary: 'Replaces name and content of a saved filter, and whether it is shared',
  since: '8.9',
  parameters: { savedFilterKey },
  body: jsonBody(updateSavedFilterRequest),
  success: {
    status: 200,
    description: 'The filter as it is now.',
    schema: entitySchemas(entities.SavedFilter).result,
  },
  errors: [400, 404, 409, 500, 503, 504],

  async handle(call) {
    const { name, isShared } = call.body;
    const content = call.memberText('content');
    const key = call.key('savedFilterKey');
    const { value } = await update(call.dispatch.router, { savedFilterKey: key, name, isShared, content });
    return ok(savedFilterJson(value));
  },
});
