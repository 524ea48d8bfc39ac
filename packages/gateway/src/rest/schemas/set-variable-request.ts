import { operationReference } from './identifiers.ts';
import type { NamedSchema } from './schema.ts';
import { variables } from './variables.ts';

export interface SetVariableRequest {
  readonly variables: object;
  readonly local?: boolean | null;
  readonly operationReference?: number | null;
}

export const setVariableRequest: NamedSchema<SetVariableRequest> = {
  name: 'SetVariableRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      variables: variables('The variables to set.'),
      local: {
        type: 'boolean',
        default: false,
        description:
          'true sets them exactly in this scope; false sets each where it exists, going up to the process instance.',
      },
      operationReference,
    },
    required: ['variables'],
  },
};
