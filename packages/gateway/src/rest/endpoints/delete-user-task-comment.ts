import { deleteUserTaskComment as deleteComment } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { userTaskCommentKey, userTaskKey } from '../schemas/keys.ts';

/** Ours alone. */
export const deleteUserTaskComment = defineEndpoint({
  method: 'DELETE',
  prefix: '/waggle/v1',
  path: '/user-tasks/{userTaskKey}/comments/{commentKey}',
  operationId: 'deleteUserTaskComment',
  tag: 'User task comment',
  summary: 'Takes back what was said about a user task that has not ended',
  since: '8.9',
  parameters: { userTaskKey, commentKey: userTaskCommentKey },
  body: noBody,
  success: { status: 204, description: 'The comment is gone.' },
  errors: [400, 404, 500, 503, 504],

  async handle(call) {
    await deleteComment(call.dispatch.router, {
      userTaskKey: call.key('userTaskKey'),
      commentKey: call.key('commentKey'),
    });
    return noContent;
  },
});
