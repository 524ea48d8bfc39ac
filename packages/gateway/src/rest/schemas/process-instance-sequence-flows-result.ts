import { entityKey } from './entity-key.ts';
import { type NamedSchema, orNull } from './schema.ts';

const sequenceFlow: NamedSchema = {
  name: 'ProcessInstanceSequenceFlowResult',
  definition: {
    type: 'object',
    required: [
      'sequenceFlowId',
      'processInstanceKey',
      'rootProcessInstanceKey',
      'processDefinitionKey',
      'processDefinitionId',
      'elementId',
      'tenantId',
    ],
    properties: {
      sequenceFlowId: { type: 'string', description: 'The key of the instance and the id of the flow.' },
      processInstanceKey: entityKey('ProcessInstanceKey'),
      rootProcessInstanceKey: orNull(entityKey('ProcessInstanceKey')),
      processDefinitionKey: entityKey('ProcessDefinitionKey'),
      processDefinitionId: { type: 'string' },
      elementId: { type: 'string', description: 'The id of the flow in the model.' },
      tenantId: { type: 'string' },
    },
  },
};

export const processInstanceSequenceFlowsResult: NamedSchema = {
  name: 'ProcessInstanceSequenceFlowsQueryResult',
  definition: {
    type: 'object',
    required: ['items'],
    properties: { items: { type: 'array', items: sequenceFlow } },
  },
};
