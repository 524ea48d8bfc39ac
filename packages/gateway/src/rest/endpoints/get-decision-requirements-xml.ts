import { xmlEndpoint } from '../xml-endpoint.ts';

export const getDecisionRequirementsXml = xmlEndpoint({
  path: '/decision-requirements/{decisionRequirementsKey}/xml',
  operationId: 'getDecisionRequirementsXML',
  tag: 'Decision requirements',
  since: '8.8',
  key: ['decisionRequirementsKey', 'DecisionRequirementsKey'],
  title: 'decision requirements graph',
  query: 'decisionRequirementsXml',
});
