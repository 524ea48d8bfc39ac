import { entities } from '@waggle/search';
import { noContent } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { notFound } from '../errors.ts';
import { entitySchemas } from '../schemas/entity-schemas.ts';
import { processDefinitionKey } from '../schemas/keys.ts';
import { answerOf, read } from '../search-endpoint.ts';

export const getStartProcessForm = defineEndpoint({
  method: 'GET',
  path: '/process-definitions/{processDefinitionKey}/form',
  operationId: 'getStartProcessForm',
  tag: 'Process definition',
  summary: 'Tells the form that starts a process',
  since: '8.8',
  parameters: { processDefinitionKey },
  body: noBody,
  success: { status: 200, description: 'The form.', schema: entitySchemas(entities.Form).result },
  otherSuccesses: [{ status: 204, description: 'The process has no form to start with.' }],
  errors: [400, 403, 404, 500, 503],

  async handle(call) {
    const key = String(call.key('processDefinitionKey'));
    const answer = await read(call, { kind: 'query', query: 'startForm', parameters: { processDefinitionKey: key } });
    if (answer.body === undefined) throw notFound(`Process definition with key '${key}' not found`);
    return answer.body === 'null' ? noContent : answerOf(answer);
  },
});
