import { assignUserTask } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { userTaskKey } from '../schemas/keys.ts';

export const unassignUserTask = defineEndpoint({
  method: 'DELETE',
  path: '/user-tasks/{userTaskKey}/assignee',
  operationId: 'unassignUserTask',
  tag: 'User task',
  summary: 'Takes a user task from whoever has it',
  since: '8.5',
  parameters: { userTaskKey },
  body: noBody,
  success: { status: 204, description: 'Nobody has the task any more.' },
  errors: [400, 404, 409, 500, 503, 504],

  async handle(call) {
    await assignUserTask(call.dispatch.router, {
      userTaskKey: call.key('userTaskKey'),
      assignee: '',
      action: 'unassign',
      allowOverride: true,
    });
    return noContent;
  },
});
