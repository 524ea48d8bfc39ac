import type { InlineSchema, NamedSchema } from './schema.ts';

/** A value, or an object of operators; which are allowed, the engine knows. */
const condition: InlineSchema = { description: 'A value it equals, or an object of operators such as `$in`.' };

const conditions: NonNullable<InlineSchema['properties']> = {
  processDefinitionId: condition,
  processDefinitionName: condition,
  processDefinitionVersion: condition,
  processDefinitionVersionTag: condition,
  processDefinitionKey: condition,
  startDate: condition,
  endDate: condition,
  suspendedDate: condition,
  state: condition,
  hasIncident: condition,
  tenantId: condition,
  variables: condition,
  processInstanceKey: condition,
  parentProcessInstanceKey: condition,
  parentElementInstanceKey: condition,
  batchOperationId: condition,
  batchOperationKey: condition,
  errorMessage: condition,
  hasRetriesLeft: condition,
  elementInstanceState: condition,
  elementId: condition,
  hasElementInstanceIncident: condition,
  incidentErrorHashCode: condition,
  tags: condition,
  businessId: condition,
};

const filterFields: NamedSchema = {
  name: 'ProcessInstanceFilterFields',
  definition: { type: 'object', additionalProperties: false, properties: conditions },
};

export const processInstanceFilter: NamedSchema<object> = {
  name: 'ProcessInstanceFilter',
  definition: {
    type: 'object',
    additionalProperties: false,
    description: 'Which process instances: all conditions must hold, and one of `$or` if there are any.',
    properties: { ...conditions, $or: { type: 'array', items: filterFields } },
  },
};
