import { completeUserTask as complete } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, optionalJsonBody } from '../endpoint.ts';
import { userTaskKey } from '../schemas/keys.ts';
import { userTaskCompletionRequest } from '../schemas/user-task-completion-request.ts';

export const completeUserTask = defineEndpoint({
  method: 'POST',
  path: '/user-tasks/{userTaskKey}/completion',
  operationId: 'completeUserTask',
  tag: 'User task',
  summary: 'Completes a user task, and its process goes on',
  since: '8.5',
  parameters: { userTaskKey },
  body: optionalJsonBody(userTaskCompletionRequest),
  success: { status: 204, description: 'The task is completed.' },
  errors: [400, 404, 409, 500, 503, 504],

  async handle(call) {
    await complete(call.dispatch.router, {
      userTaskKey: call.key('userTaskKey'),
      variables: call.variables(),
      action: call.body.action ?? '',
    });
    return noContent;
  },
});
