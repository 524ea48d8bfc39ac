import { entities } from '@waggle/search';
import { noContent } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { notFound } from '../errors.ts';
import { entitySchemas } from '../schemas/entity-schemas.ts';
import { userTaskKey } from '../schemas/keys.ts';
import { answerOf, read } from '../search-endpoint.ts';

export const getUserTaskForm = defineEndpoint({
  method: 'GET',
  path: '/user-tasks/{userTaskKey}/form',
  operationId: 'getUserTaskForm',
  tag: 'User task',
  summary: 'Tells the form of a user task',
  since: '8.8',
  parameters: { userTaskKey },
  body: noBody,
  success: { status: 200, description: 'The form.', schema: entitySchemas(entities.Form).result },
  otherSuccesses: [{ status: 204, description: 'The task has no deployed form.' }],
  errors: [400, 403, 404, 500, 503],

  async handle(call) {
    const key = String(call.key('userTaskKey'));
    const answer = await read(call, { kind: 'query', query: 'userTaskForm', parameters: { userTaskKey: key } });
    if (answer.body === undefined) throw notFound(`user task with key '${key}' not found`);
    return answer.body === 'null' ? noContent : answerOf(answer);
  },
});
