import { xmlEndpoint } from '../xml-endpoint.ts';

export const getDecisionDefinitionXml = xmlEndpoint({
  path: '/decision-definitions/{decisionDefinitionKey}/xml',
  operationId: 'getDecisionDefinitionXML',
  tag: 'Decision definition',
  since: '8.6',
  key: ['decisionDefinitionKey', 'DecisionDefinitionKey'],
  title: 'decision definition',
  query: 'decisionDefinitionXml',
});
