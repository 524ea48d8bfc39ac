import { operationReference } from './identifiers.ts';
import { leaseToken } from './lease-token.ts';
import type { InlineSchema, NamedSchema } from './schema.ts';

export interface JobUpdateRequest {
  readonly changeset: {
    readonly retries?: number | null;
    readonly timeout?: number | null;
    readonly priority?: number | null;
  };
  readonly leaseToken?: string | null;
  readonly operationReference?: number | null;
}

const changesetDefinition: InlineSchema = {
  type: 'object',
  description: 'The attributes to change; at least one.',
  additionalProperties: false,
  properties: {
    retries: { type: 'integer', format: 'int32', nullable: true, minimum: 1, description: 'Attempts left.' },
    timeout: {
      type: 'integer',
      format: 'int64',
      nullable: true,
      minimum: 1,
      description: 'Milliseconds from now for which the job belongs to its worker.',
    },
    priority: {
      type: 'integer',
      format: 'int32',
      nullable: true,
      description: 'Jobs with a higher one are handed out first.',
    },
  },
};

export const jobChangeset: NamedSchema = {
  name: 'JobChangeset',
  definition: changesetDefinition,
  checked: { ...changesetDefinition, atLeastOneOf: ['retries', 'timeout', 'priority'] },
};

export const jobUpdateRequest: NamedSchema<JobUpdateRequest> = {
  name: 'JobUpdateRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: { changeset: jobChangeset, leaseToken, operationReference },
    required: ['changeset'],
  },
};
