import { leaseToken } from './lease-token.ts';
import type { NamedSchema } from './schema.ts';
import { variables } from './variables.ts';

export interface JobErrorRequest {
  readonly errorCode: string;
  readonly errorMessage?: string | null;
  readonly variables?: object | null;
  readonly leaseToken?: string | null;
}

export const jobErrorRequest: NamedSchema<JobErrorRequest> = {
  name: 'JobErrorRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      errorCode: { type: 'string', description: 'The BPMN error code that a catch event of the process knows.' },
      errorMessage: { type: 'string', nullable: true, description: 'What went wrong, for people.' },
      variables: { ...variables('Variables set where the error is caught.'), nullable: true },
      leaseToken,
    },
    required: ['errorCode'],
  },
};
