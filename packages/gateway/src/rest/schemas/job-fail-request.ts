import { leaseToken } from './lease-token.ts';
import type { NamedSchema } from './schema.ts';
import { variables } from './variables.ts';

export interface JobFailRequest {
  readonly retries?: number | null;
  readonly errorMessage?: string | null;
  readonly retryBackOff?: number | null;
  readonly variables?: object | null;
  readonly leaseToken?: string | null;
}

export const jobFailRequest: NamedSchema<JobFailRequest> = {
  name: 'JobFailRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      retries: {
        type: 'integer',
        format: 'int32',
        default: 0,
        description: 'Attempts left after this one; 0 raises an incident.',
      },
      errorMessage: { type: 'string', description: 'What went wrong.' },
      retryBackOff: {
        type: 'integer',
        format: 'int64',
        default: 0,
        description: 'Milliseconds before the job may be handed out again.',
      },
      variables: variables('Variables set in the scope of the element.'),
      leaseToken,
    },
  },
};
