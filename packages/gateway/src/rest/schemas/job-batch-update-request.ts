import { operationReference } from './identifiers.ts';
import { jobChangeset } from './job-update-request.ts';
import type { InlineSchema, NamedSchema } from './schema.ts';

export interface JobBatchUpdateRequest {
  readonly filter: object;
  readonly changeset: {
    readonly retries?: number | null;
    readonly timeout?: number | null;
    readonly priority?: number | null;
  };
  readonly operationReference?: number | null;
}

/** A value, or an object of operators; which are allowed, the engine knows. */
const condition: InlineSchema = { description: 'A value it equals, or an object of operators such as `$in`.' };

const jobFilter: NamedSchema<object> = {
  name: 'JobFilter',
  definition: {
    type: 'object',
    additionalProperties: false,
    description: 'Which jobs: all conditions must hold.',
    properties: {
      deadline: condition,
      deniedReason: condition,
      elementId: condition,
      elementInstanceKey: condition,
      endTime: condition,
      errorCode: condition,
      errorMessage: condition,
      hasFailedWithRetriesLeft: condition,
      isDenied: condition,
      jobKey: condition,
      kind: condition,
      listenerEventType: condition,
      priority: condition,
      processDefinitionId: condition,
      processDefinitionKey: condition,
      processInstanceKey: condition,
      retries: condition,
      state: condition,
      tenantId: condition,
      type: condition,
      worker: condition,
      creationTime: condition,
      lastUpdateTime: condition,
    },
  },
};

export const jobBatchUpdateRequest: NamedSchema<JobBatchUpdateRequest> = {
  name: 'JobBatchUpdateRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: { filter: jobFilter, changeset: jobChangeset, operationReference },
    required: ['filter', 'changeset'],
  },
};
