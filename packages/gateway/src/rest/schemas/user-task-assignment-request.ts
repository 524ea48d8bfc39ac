import type { NamedSchema } from './schema.ts';

export interface UserTaskAssignmentRequest {
  readonly assignee: string;
  readonly allowOverride?: boolean | null;
  readonly action?: string | null;
}

export const userTaskAssignmentRequest: NamedSchema<UserTaskAssignmentRequest> = {
  name: 'UserTaskAssignmentRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      assignee: { type: 'string', description: 'Who gets the task.' },
      allowOverride: {
        type: 'boolean',
        nullable: true,
        description: 'false takes the task only if nobody else has it; true (the default) also from somebody else.',
      },
      action: { type: 'string', nullable: true, description: 'What listeners are told; `assign` if nothing is said.' },
    },
    required: ['assignee'],
  },
};
