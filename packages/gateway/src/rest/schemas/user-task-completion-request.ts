import type { NamedSchema } from './schema.ts';
import { variables } from './variables.ts';

export interface UserTaskCompletionRequest {
  readonly variables?: object | null;
  readonly action?: string | null;
}

export const userTaskCompletionRequest: NamedSchema<UserTaskCompletionRequest> = {
  name: 'UserTaskCompletionRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      variables: { ...variables('Results of the task.'), nullable: true },
      action: {
        type: 'string',
        nullable: true,
        description: 'What listeners are told; `complete` if nothing is said.',
      },
    },
  },
};
