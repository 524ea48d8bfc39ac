import { type UserTaskChanges, updateUserTask as update } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, optionalJsonBody } from '../endpoint.ts';
import { invalidArgument } from '../errors.ts';
import { userTaskKey } from '../schemas/keys.ts';
import { type UserTaskChangeset, userTaskUpdateRequest } from '../schemas/user-task-update-request.ts';

export const updateUserTask = defineEndpoint({
  method: 'PATCH',
  path: '/user-tasks/{userTaskKey}',
  operationId: 'updateUserTask',
  tag: 'User task',
  summary: 'Changes attributes of a user task',
  since: '8.5',
  parameters: { userTaskKey },
  body: optionalJsonBody(userTaskUpdateRequest),
  success: { status: 204, description: 'The task is changed.' },
  errors: [400, 404, 409, 500, 503, 504],

  async handle(call) {
    const { changeset, action } = call.body;
    const changes = changesOf(changeset ?? {});
    if (Object.keys(changes).length === 0 && (action ?? '') === '') {
      throw invalidArgument([
        'At least one of [action, changeset.candidateGroups, changeset.candidateUsers, changeset.dueDate, ' +
          'changeset.followUpDate, changeset.priority] is required',
      ]);
    }
    await update(call.dispatch.router, { userTaskKey: call.key('userTaskKey'), changes, action: action ?? '' });
    return noContent;
  },
});

function changesOf(changeset: UserTaskChangeset): UserTaskChanges {
  const { candidateGroups, candidateUsers, dueDate, followUpDate, priority } = changeset;
  return {
    ...(isGiven(candidateGroups) && { candidateGroupsList: candidateGroups }),
    ...(isGiven(candidateUsers) && { candidateUsersList: candidateUsers }),
    ...(isGiven(dueDate) && { dueDate }),
    ...(isGiven(followUpDate) && { followUpDate }),
    ...(isGiven(priority) && { priority }),
  };
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== undefined && value !== null;
}
