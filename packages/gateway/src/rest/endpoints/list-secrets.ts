import { secretReference } from '../../secrets/index.ts';
import { ok } from '../answer.ts';
import { defineEndpoint, optionalJsonBody } from '../endpoint.ts';
import { unavailable } from '../errors.ts';
import { secretListRequest, secretListResult } from '../schemas/secret-requests.ts';

export const listSecrets = defineEndpoint({
  method: 'POST',
  path: '/secrets/list',
  operationId: 'listSecrets',
  tag: 'Secret',
  summary: 'Lists the references of the secrets that there are, without their values',
  since: '8.10',
  body: optionalJsonBody(secretListRequest),
  success: { status: 200, description: 'The references.', schema: secretListResult },
  errors: [400, 500, 503],

  async handle({ dispatch }) {
    const names = await dispatch.secrets?.names().catch((cause) => {
      throw unavailable('Expected to read the folder of the secrets, but that failed', cause);
    });
    return ok(JSON.stringify({ references: (names ?? []).map(secretReference) }));
  },
});
