import { IncidentErrorType } from '@waggle/protocol';
import { dateTimeField, defineEntity, enumField, keyField, textField } from '../entity.ts';

/** Ours are ACTIVE or RESOLVED; clients know the others too and may filter by them. */
export const incidentStates = ['ACTIVE', 'MIGRATED', 'PENDING', 'RESOLVED', 'UNKNOWN'] as const;
export const incidentErrorTypes: readonly string[] = Object.keys(IncidentErrorType);

export const incident = defineEntity({
  name: 'Incident',
  title: 'incident',
  table: 'incident',
  key: 'incidentKey',
  joins: [{ table: 'process_instance', on: 'process_instance_key' }],
  fields: {
    incidentKey: keyField('IncidentKey', 'incident_key', { filter: 'basicString', sort: true }),
    processDefinitionKey: keyField('ProcessDefinitionKey', 'process_definition_key', {
      filter: 'basicString',
      sort: true,
    }),
    processDefinitionId: textField('process_definition_id', { filter: 'string', sort: true }),
    processInstanceKey: keyField('ProcessInstanceKey', 'process_instance_key', { filter: 'basicString', sort: true }),
    rootProcessInstanceKey: keyField('ProcessInstanceKey', 'process_instance.root_process_instance_key', {
      nullable: true,
    }),
    errorType: enumField('IncidentErrorTypeEnum', incidentErrorTypes, 'error_type', { filter: 'string', sort: true }),
    errorMessage: textField('error_message', { filter: 'string' }),
    elementId: textField('element_id', { filter: 'string', sort: true }),
    elementInstanceKey: keyField('ElementInstanceKey', 'element_instance_key', { filter: 'basicString', sort: true }),
    creationTime: dateTimeField('creation_time', { filter: 'dateTime', sort: true }),
    state: enumField('IncidentStateEnum', incidentStates, 'state', { filter: 'string', sort: true }),
    jobKey: keyField('JobKey', 'job_key', { filter: 'basicString', sort: true, nullable: true }),
    tenantId: textField('tenant_id', { filter: 'string', sort: true }),
  },
  predicates: { scopeKey: { predicate: 'incidentScope' } },
});
