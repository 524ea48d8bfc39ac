import { businessId, tenantId } from './identifiers.ts';
import { messageKey } from './keys.ts';
import type { NamedSchema } from './schema.ts';
import { variables } from './variables.ts';

export interface MessagePublicationRequest {
  readonly name: string;
  readonly correlationKey?: string | null;
  readonly timeToLive?: number | null;
  readonly messageId?: string | null;
  readonly variables?: object | null;
  readonly tenantId?: string | null;
  readonly businessId?: string | null;
}

export const messagePublicationRequest: NamedSchema<MessagePublicationRequest> = {
  name: 'MessagePublicationRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      name: { type: 'string', description: 'Name of the message, as models give it.' },
      correlationKey: { type: 'string', default: '', description: 'Which instance is meant; empty for start events.' },
      timeToLive: {
        type: 'integer',
        format: 'int64',
        default: 0,
        description: 'Milliseconds the message waits for a receiver; 0 = it does not wait.',
      },
      messageId: { type: 'string', description: 'While one message with this id waits, another is refused.' },
      variables: variables('Handed to the receiver.'),
      tenantId,
      businessId,
    },
    required: ['name'],
  },
};

export const messagePublicationResult: NamedSchema = {
  name: 'MessagePublicationResult',
  definition: { type: 'object', properties: { tenantId, messageKey }, required: ['tenantId', 'messageKey'] },
};
