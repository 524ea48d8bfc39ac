import { businessId, tenantId } from './identifiers.ts';
import { messageKey, processInstanceKey } from './keys.ts';
import type { NamedSchema } from './schema.ts';
import { variables } from './variables.ts';

export interface MessageCorrelationRequest {
  readonly name: string;
  readonly correlationKey?: string | null;
  readonly variables?: object | null;
  readonly tenantId?: string | null;
  readonly businessId?: string | null;
}

export const messageCorrelationRequest: NamedSchema<MessageCorrelationRequest> = {
  name: 'MessageCorrelationRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      name: { type: 'string', description: 'Name of the message, as models give it.' },
      correlationKey: { type: 'string', default: '', description: 'Which instance is meant; empty for start events.' },
      variables: variables('Handed to the receiver.'),
      tenantId,
      businessId,
    },
    required: ['name'],
  },
};

export const messageCorrelationResult: NamedSchema = {
  name: 'MessageCorrelationResult',
  definition: {
    type: 'object',
    description: 'The message and the first process instance that received it.',
    properties: { tenantId, messageKey, processInstanceKey },
    required: ['tenantId', 'messageKey', 'processInstanceKey'],
  },
};
