import { parseSecretReference, type SecretStore } from '../../secrets/index.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { secretResolveRequest, secretResolveResult } from '../schemas/secret-requests.ts';

type Outcome =
  | { readonly reference: string; readonly value: string }
  | { readonly reference: string; readonly code: string; readonly message: string };

export const resolveSecrets = defineEndpoint({
  method: 'POST',
  path: '/secrets/resolve',
  operationId: 'resolveSecrets',
  tag: 'Secret',
  summary: 'Gives the values of secrets; what cannot be given is told for each',
  since: '8.10',
  body: jsonBody(secretResolveRequest),
  success: { status: 200, description: 'Values, and why others are not there.', schema: secretResolveResult },
  errors: [400, 500, 503],

  async handle({ body, dispatch }) {
    const outcomes = await Promise.all(
      [...new Set(body.references)].map((reference) => resolveReference(reference, dispatch.secrets)),
    );
    return {
      status: 200,
      json: JSON.stringify({
        resolved: outcomes.filter((outcome) => 'value' in outcome),
        errors: outcomes.filter((outcome) => 'code' in outcome),
      }),
      headers: { 'cache-control': 'no-store' },
    };
  },
});

/** Messages never hold a value. */
async function resolveReference(reference: string, store: SecretStore | undefined): Promise<Outcome> {
  const name = parseSecretReference(reference);
  if (name === undefined) {
    const message =
      'Expected camunda.secrets.<name> with a name of letters, digits, _ and -, but it is not of this form';
    return { reference, code: 'INVALID_REFERENCE', message };
  }
  if (store === undefined) {
    return {
      reference,
      code: 'NOT_FOUND',
      message: 'Expected a secret store, but this server was started without one',
    };
  }
  const reading = await store.read(name);
  switch (reading.kind) {
    case 'value':
      return { reference, value: reading.value };
    case 'absent':
      return { reference, code: 'NOT_FOUND', message: `Expected a secret named '${name}', but there is none` };
    case 'unreadable':
      return {
        reference,
        code: 'UNREADABLE',
        message: `Expected to read the secret named '${name}', but that failed: ${reading.reason}`,
      };
  }
}
