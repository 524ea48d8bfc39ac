import { entities } from '@waggle/search';
import { createUserTaskComment as create } from '../../dispatch/index.ts';
import { created } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { entitySchemas } from '../schemas/entity-schemas.ts';
import { userTaskKey } from '../schemas/keys.ts';
import { createUserTaskCommentRequest } from '../schemas/user-task-comment-request.ts';
import { userTaskCommentJson } from '../user-task-comment-json.ts';

/** Ours alone. */
export const createUserTaskComment = defineEndpoint({
  method: 'POST',
  prefix: '/waggle/v1',
  path: '/user-tasks/{userTaskKey}/comments',
  operationId: 'createUserTaskComment',
  tag: 'User task comment',
  summary: 'Says something about a user task that has not ended',
  since: '8.9',
  parameters: { userTaskKey },
  body: jsonBody(createUserTaskCommentRequest),
  success: {
    status: 201,
    description: 'The comment is kept.',
    schema: entitySchemas(entities.UserTaskComment).result,
  },
  errors: [400, 404, 409, 500, 503, 504],

  async handle(call) {
    const { author, text } = call.body;
    const record = await create(call.dispatch.router, { userTaskKey: call.key('userTaskKey'), author, text });
    return created(userTaskCommentJson(record));
  },
});
