import { tenantId } from './identifiers.ts';
import { signalKey } from './keys.ts';
import type { NamedSchema } from './schema.ts';
import { variables } from './variables.ts';

export interface SignalBroadcastRequest {
  readonly signalName: string;
  readonly variables?: object | null;
  readonly tenantId?: string | null;
}

export const signalBroadcastRequest: NamedSchema<SignalBroadcastRequest> = {
  name: 'SignalBroadcastRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      signalName: { type: 'string', description: 'Name of the signal, as models give it.' },
      variables: variables('Handed to everybody who receives the signal.'),
      tenantId,
    },
    required: ['signalName'],
  },
};

export const signalBroadcastResult: NamedSchema = {
  name: 'SignalBroadcastResult',
  definition: { type: 'object', properties: { tenantId, signalKey }, required: ['tenantId', 'signalKey'] },
};
