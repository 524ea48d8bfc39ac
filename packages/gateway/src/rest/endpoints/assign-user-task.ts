import { assignUserTask as assign } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { userTaskKey } from '../schemas/keys.ts';
import { userTaskAssignmentRequest } from '../schemas/user-task-assignment-request.ts';

const ACTION_DEFAULT = 'assign';

export const assignUserTask = defineEndpoint({
  method: 'POST',
  path: '/user-tasks/{userTaskKey}/assignment',
  operationId: 'assignUserTask',
  tag: 'User task',
  summary: 'Gives a user task to somebody, or lets somebody claim it',
  since: '8.5',
  parameters: { userTaskKey },
  body: jsonBody(userTaskAssignmentRequest),
  success: { status: 204, description: 'The task is assigned.' },
  errors: [400, 404, 409, 500, 503, 504],

  async handle(call) {
    await assign(call.dispatch.router, {
      userTaskKey: call.key('userTaskKey'),
      assignee: call.body.assignee,
      action: call.body.action?.trim() ? call.body.action : ACTION_DEFAULT,
      allowOverride: call.body.allowOverride ?? true,
    });
    return noContent;
  },
});
