import { xmlEndpoint } from '../xml-endpoint.ts';

export const getProcessDefinitionXML = xmlEndpoint({
  path: '/process-definitions/{processDefinitionKey}/xml',
  operationId: 'getProcessDefinitionXML',
  tag: 'Process definition',
  since: '8.8',
  key: ['processDefinitionKey', 'ProcessDefinitionKey'],
  title: 'process definition',
  query: 'processDefinitionXml',
});
