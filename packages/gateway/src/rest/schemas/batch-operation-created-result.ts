import { BatchOperationType } from '@waggle/protocol';
import { batchOperationKey } from './keys.ts';
import type { NamedSchema } from './schema.ts';

const batchOperationTypeEnum: NamedSchema = {
  name: 'BatchOperationTypeEnum',
  definition: { type: 'string', description: 'What is done to each item.', enum: Object.keys(BatchOperationType) },
};

export const batchOperationCreatedResult: NamedSchema = {
  name: 'BatchOperationCreatedResult',
  definition: {
    type: 'object',
    properties: { batchOperationKey, batchOperationType: batchOperationTypeEnum },
    required: ['batchOperationKey', 'batchOperationType'],
  },
};
