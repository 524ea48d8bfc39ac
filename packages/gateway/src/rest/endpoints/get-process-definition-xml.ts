import { defineEndpoint, noBody } from '../endpoint.ts';
import { notFound } from '../errors.ts';
import { processDefinitionKey } from '../schemas/keys.ts';
import { read, staleHeaders } from '../search-endpoint.ts';

export const getProcessDefinitionXML = defineEndpoint({
  method: 'GET',
  path: '/process-definitions/{processDefinitionKey}/xml',
  operationId: 'getProcessDefinitionXML',
  tag: 'Process definition',
  summary: 'Gives the deployed BPMN file',
  since: '8.8',
  parameters: { processDefinitionKey },
  body: noBody,
  success: { status: 200, description: 'The file.', schema: { type: 'string' }, contentType: 'text/xml' },
  errors: [400, 403, 404, 500, 503],

  async handle(call) {
    const key = String(call.key('processDefinitionKey'));
    const { body, isFresh } = await read(call, {
      kind: 'query',
      query: 'processDefinitionXml',
      parameters: { processDefinitionKey: key },
    });
    if (body === undefined) throw notFound(`Process definition with key '${key}' not found`);
    return {
      status: 200,
      content: { type: 'text/xml; charset=utf-8', body },
      ...(isFresh ? {} : { headers: staleHeaders }),
    };
  },
});
