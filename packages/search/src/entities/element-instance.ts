import { BpmnElementType } from '@waggle/protocol';
import { booleanField, dateTimeField, defineEntity, enumField, keyField, textField } from '../entity.ts';

export const elementInstanceStates = ['ACTIVE', 'COMPLETED', 'TERMINATED'] as const;
export const elementInstanceTypes: readonly string[] = [...Object.keys(BpmnElementType), 'UNKNOWN'];

export const elementInstance = defineEntity({
  name: 'ElementInstance',
  title: 'element instance',
  table: 'element_instance',
  key: 'elementInstanceKey',
  hasOr: true,
  joins: [{ table: 'process_instance', on: 'process_instance_key' }],
  fields: {
    elementInstanceKey: keyField('ElementInstanceKey', 'element_instance_key', { filter: 'exact', sort: true }),
    processInstanceKey: keyField('ProcessInstanceKey', 'process_instance_key', { filter: 'exact', sort: true }),
    rootProcessInstanceKey: keyField('ProcessInstanceKey', 'process_instance.root_process_instance_key', {
      nullable: true,
    }),
    processDefinitionKey: keyField('ProcessDefinitionKey', 'process_instance.process_definition_key', {
      filter: 'exact',
      sort: true,
    }),
    processDefinitionId: textField('process_instance.process_definition_id', { filter: 'exact', sort: true }),
    startDate: dateTimeField('start_date', { filter: 'dateTime', sort: true }),
    endDate: dateTimeField('end_date', { filter: 'dateTime', sort: true, nullable: true }),
    elementId: textField('element_id', { filter: 'string', sort: true }),
    elementName: textField('element_name', { filter: 'string', sort: true }),
    type: enumField('ElementInstanceTypeEnum', elementInstanceTypes, 'type', { filter: 'exact', sort: true }),
    state: enumField('ElementInstanceStateEnum', elementInstanceStates, 'state', { filter: 'enum', sort: true }),
    hasIncident: booleanField('has_incident', { filter: 'exact' }),
    tenantId: textField('process_instance.tenant_id', { filter: 'exact', sort: true }),
    incidentKey: keyField('IncidentKey', 'incident_key', { filter: 'exact', sort: true, nullable: true }),
  },
  predicates: { elementInstanceScopeKey: { predicate: 'elementInstanceScope', schema: 'key' } },
});
