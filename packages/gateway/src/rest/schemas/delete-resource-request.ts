import { batchOperationCreatedResult } from './batch-operation-created-result.ts';
import { operationReference } from './identifiers.ts';
import { resourceKey } from './keys.ts';
import { type NamedSchema, orNull } from './schema.ts';

export interface DeleteResourceRequest {
  readonly deleteHistory?: boolean | null;
  readonly operationReference?: number | null;
}

export const deleteResourceRequest: NamedSchema<DeleteResourceRequest> = {
  name: 'DeleteResourceRequest',
  definition: {
    type: 'object',
    nullable: true,
    additionalProperties: false,
    properties: {
      operationReference,
      deleteHistory: {
        type: 'boolean',
        default: false,
        description: 'Also forget the ended instances of the resource.',
      },
    },
  },
};

export const deleteResourceResponse: NamedSchema = {
  name: 'DeleteResourceResponse',
  definition: {
    type: 'object',
    properties: { resourceKey, batchOperation: orNull(batchOperationCreatedResult) },
    required: ['resourceKey', 'batchOperation'],
  },
};
