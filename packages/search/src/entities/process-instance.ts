import {
  booleanField,
  dateTimeField,
  defineEntity,
  enumField,
  integerField,
  jsonField,
  keyField,
  textField,
} from '../entity.ts';

import { elementInstance } from './element-instance.ts';

export const processInstanceStates = ['ACTIVE', 'COMPLETED', 'SUSPENDED', 'TERMINATED'] as const;

export const processInstance = defineEntity({
  name: 'ProcessInstance',
  title: 'process instance',
  table: 'process_instance',
  key: 'processInstanceKey',
  hasOr: true,
  fields: {
    processInstanceKey: keyField('ProcessInstanceKey', 'process_instance_key', { filter: 'basicString', sort: true }),
    processDefinitionId: textField('process_definition_id', { filter: 'string', sort: true }),
    processDefinitionName: textField('process_definition_name', { filter: 'string', sort: true, nullable: true }),
    processDefinitionVersion: integerField('process_definition_version', { filter: 'integer', sort: true }),
    processDefinitionVersionTag: textField('process_definition_version_tag', {
      filter: 'string',
      sort: true,
      nullable: true,
    }),
    processDefinitionKey: keyField('ProcessDefinitionKey', 'process_definition_key', {
      filter: 'basicString',
      sort: true,
    }),
    startDate: dateTimeField('start_date', { filter: 'dateTime', sort: true }),
    endDate: dateTimeField('end_date', { filter: 'dateTime', sort: true, nullable: true }),
    suspendedDate: dateTimeField('suspended_date', { filter: 'dateTime', sort: true, nullable: true }),
    state: enumField('ProcessInstanceStateEnum', processInstanceStates, 'state', { filter: 'enum', sort: true }),
    hasIncident: booleanField('has_incident', { filter: 'exact', sort: true }),
    tenantId: textField('tenant_id', { filter: 'string', sort: true }),
    parentProcessInstanceKey: keyField('ProcessInstanceKey', 'parent_process_instance_key', {
      filter: 'basicString',
      sort: true,
      nullable: true,
    }),
    parentElementInstanceKey: keyField('ElementInstanceKey', 'parent_element_instance_key', {
      filter: 'basicString',
      sort: true,
      nullable: true,
    }),
    rootProcessInstanceKey: keyField('ProcessInstanceKey', 'root_process_instance_key', { nullable: true }),
    tags: jsonField('tags', { shape: 'texts' }),
    businessId: textField('business_id', { filter: 'string', sort: true, nullable: true, isDistinct: true }),
  },
  valueSets: [
    { field: 'state', values: ['ACTIVE', 'SUSPENDED'], condition: 'process_instance.is_running = 1' },
    {
      field: 'state',
      values: ['COMPLETED', 'TERMINATED'],
      condition: '(process_instance.is_running = 0 AND process_instance.end_date IS NOT NULL)',
    },
  ],
  predicates: {
    variables: { predicate: 'processInstanceVariables', schema: 'variableFilters' },
    tags: { predicate: 'tags', schema: 'stringList' },
    errorMessage: { predicate: 'errorMessage', schema: 'stringFilter' },
    hasRetriesLeft: { predicate: 'hasRetriesLeft', schema: 'boolean' },
    elementInstanceState: { predicate: 'reachedElement', schema: elementInstance.fields.state! },
    elementId: { predicate: 'reachedElement', schema: 'stringFilter' },
    hasElementInstanceIncident: { predicate: 'reachedElement', schema: 'boolean' },
    incidentErrorHashCode: {
      predicate: 'incidentErrorHashCode',
      schema: integerField('incident.error_message_hash', { filter: 'integer' }),
    },
    batchOperationKey: { predicate: 'batchOperation', schema: 'stringFilter' },
    batchOperationId: { predicate: 'batchOperation', schema: 'stringFilter' },
  },
});
