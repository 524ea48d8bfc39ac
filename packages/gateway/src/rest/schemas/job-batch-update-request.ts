import { entities } from '@waggle/search';
import { entitySchemas } from './entity-schemas.ts';
import { operationReference } from './identifiers.ts';
import { jobChangeset } from './job-update-request.ts';
import type { NamedSchema } from './schema.ts';

export interface JobBatchUpdateRequest {
  readonly filter: object;
  readonly changeset: {
    readonly retries?: number | null;
    readonly timeout?: number | null;
    readonly priority?: number | null;
  };
  readonly operationReference?: number | null;
}

export const jobBatchUpdateRequest: NamedSchema<JobBatchUpdateRequest> = {
  name: 'JobBatchUpdateRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: { filter: entitySchemas(entities.Job).filter, changeset: jobChangeset, operationReference },
    required: ['filter', 'changeset'],
  },
};
