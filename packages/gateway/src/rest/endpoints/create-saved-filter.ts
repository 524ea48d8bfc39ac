import { entities } from '@waggle/search';
import { createSavedFilter as create } from '../../dispatch/index.ts';
import { created } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { savedFilterJson } from '../saved-filter-json.ts';
import { entitySchemas } from '../schemas/entity-schemas.ts';
import { createSavedFilterRequest } from '../schemas/saved-filter-requests.ts';

/** Ours alone: Camunda's apps keep filters in the browser. */
export const createSavedFilter = defineEndpoint({
  method: 'POST',
  prefix: '/waggle/v1',
  path: '/saved-filters',
  operationId: 'createSavedFilter',
  tag: 'Saved filter',
  summary: 'Keeps a filter that somebody named, for the lists of an app',
  since: '8.9',
  body: jsonBody(createSavedFilterRequest),
  success: { status: 201, description: 'The filter is kept.', schema: entitySchemas(entities.SavedFilter).result },
  errors: [400, 409, 500, 503, 504],

  async handle(call) {
    const { app, owner, name, isShared } = call.body;
    const content = call.memberText('content');
    const { value } = await create(call.dispatch.router, { app, owner, name, isShared, content });
    return created(savedFilterJson(value));
  },
});
