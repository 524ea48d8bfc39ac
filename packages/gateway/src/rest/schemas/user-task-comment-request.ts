import { IDENTIFIER_LENGTH_MAX, USER_TASK_COMMENT_LENGTH_MAX } from '@waggle/protocol';
import type { NamedSchema } from './schema.ts';

export interface CreateUserTaskCommentRequest {
  readonly author: string;
  readonly text: string;
}

export const createUserTaskCommentRequest: NamedSchema<CreateUserTaskCommentRequest> = {
  name: 'CreateUserTaskCommentRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      author: {
        type: 'string',
        description: 'Who says it. As nobody is authenticated, it is what the client says.',
        minLength: 1,
        maxLength: IDENTIFIER_LENGTH_MAX,
      },
      text: {
        type: 'string',
        description: 'Plain text; whoever shows it must not take it for HTML.',
        minLength: 1,
        maxLength: USER_TASK_COMMENT_LENGTH_MAX,
      },
    },
    required: ['author', 'text'],
  },
};
