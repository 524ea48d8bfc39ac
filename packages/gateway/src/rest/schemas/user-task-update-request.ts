import type { NamedSchema } from './schema.ts';

export interface UserTaskUpdateRequest {
  readonly changeset?: UserTaskChangeset | null;
  readonly action?: string | null;
}

/** Absent and null leave an attribute as it is; empty text and empty lists clear it. */
export interface UserTaskChangeset {
  readonly candidateGroups?: readonly string[] | null;
  readonly candidateUsers?: readonly string[] | null;
  readonly dueDate?: string | null;
  readonly followUpDate?: string | null;
  readonly priority?: number | null;
}

const changeset: NamedSchema<UserTaskChangeset> = {
  name: 'Changeset',
  definition: {
    type: 'object',
    nullable: true,
    // The original lets attributes pass that it does not know, and clients that send a whole task back rely on it.
    additionalProperties: {},
    description: 'What changes: absent and null = as it is, empty = cleared.',
    properties: {
      dueDate: { type: 'string', format: 'date-time', nullable: true },
      followUpDate: { type: 'string', format: 'date-time', nullable: true },
      candidateUsers: { type: 'array', items: { type: 'string' }, nullable: true },
      candidateGroups: { type: 'array', items: { type: 'string' }, nullable: true },
      priority: { type: 'integer', format: 'int32', minimum: 0, maximum: 100, nullable: true },
    },
  },
};

export const userTaskUpdateRequest: NamedSchema<UserTaskUpdateRequest> = {
  name: 'UserTaskUpdateRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      changeset,
      action: { type: 'string', nullable: true, description: 'What listeners are told; `update` if nothing is said.' },
    },
  },
};
