import { formKey, userTaskKey } from './keys.ts';
import { type NamedSchema, orNull } from './schema.ts';

const names = { type: 'array', items: { type: 'string' } } as const;

export const userTaskProperties: NamedSchema = {
  name: 'UserTaskProperties',
  definition: {
    type: 'object',
    description: 'The user task a task-listener job is about.',
    properties: {
      action: { type: 'string', description: 'What somebody does to the task.' },
      assignee: { type: 'string', nullable: true },
      candidateGroups: names,
      candidateUsers: names,
      changedAttributes: { ...names, description: 'Attributes the action changes.' },
      dueDate: { type: 'string', nullable: true },
      followUpDate: { type: 'string', nullable: true },
      formKey: orNull(formKey),
      priority: { type: 'integer', minimum: 0, maximum: 100, nullable: true },
      userTaskKey: orNull(userTaskKey),
    },
    required: [
      'action',
      'assignee',
      'candidateGroups',
      'candidateUsers',
      'changedAttributes',
      'dueDate',
      'followUpDate',
      'formKey',
      'priority',
      'userTaskKey',
    ],
  },
};
