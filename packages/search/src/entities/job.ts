import { JobKind, JobListenerEventType } from '@waggle/protocol';
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

export const jobStates = [
  'CANCELED',
  'COMPLETED',
  'CREATED',
  'ERROR_THROWN',
  'FAILED',
  'MIGRATED',
  'PRIORITY_UPDATED',
  'RETRIES_UPDATED',
  'TIMEOUT_UPDATED',
  'TIMED_OUT',
] as const;
export const jobKinds: readonly string[] = Object.keys(JobKind);
export const jobListenerEventTypes: readonly string[] = Object.keys(JobListenerEventType);

export const job = defineEntity({
  name: 'Job',
  title: 'job',
  table: 'job',
  key: 'jobKey',
  joins: [{ table: 'process_instance', on: 'process_instance_key' }],
  fields: {
    jobKey: keyField('JobKey', 'job_key', { filter: 'basicString', sort: true }),
    type: textField('type', { filter: 'string', sort: true }),
    worker: textField('worker', { filter: 'string', sort: true }),
    state: enumField('JobStateEnum', jobStates, 'state', { filter: 'enum', sort: true }),
    kind: enumField('JobKindEnum', jobKinds, 'kind', { filter: 'enum', sort: true }),
    listenerEventType: enumField('JobListenerEventTypeEnum', jobListenerEventTypes, 'listener_event_type', {
      filter: 'enum',
      sort: true,
    }),
    retries: integerField('retries', { filter: 'integer', sort: true }),
    priority: integerField('priority', { filter: 'integer', sort: true }),
    deadline: dateTimeField('deadline', { filter: 'dateTime', sort: true, nullable: true }),
    errorCode: textField('error_code', { filter: 'string', sort: true, nullable: true }),
    errorMessage: textField('error_message', { filter: 'string', sort: true, nullable: true }),
    hasFailedWithRetriesLeft: booleanField('has_failed_with_retries_left', { filter: 'exact', sort: true }),
    isDenied: booleanField('is_denied', { filter: 'exact', sort: true, nullable: true }),
    deniedReason: textField('denied_reason', { filter: 'string', sort: true, nullable: true }),
    customHeaders: jsonField('custom_headers', { shape: 'textsByName' }),
    elementId: textField('element_id', { filter: 'string', sort: true, nullable: true }),
    elementInstanceKey: keyField('ElementInstanceKey', 'element_instance_key', { filter: 'basicString', sort: true }),
    processInstanceKey: keyField('ProcessInstanceKey', 'process_instance_key', { filter: 'basicString', sort: true }),
    rootProcessInstanceKey: keyField('ProcessInstanceKey', 'process_instance.root_process_instance_key', {
      nullable: true,
    }),
    processDefinitionKey: keyField('ProcessDefinitionKey', 'process_instance.process_definition_key', {
      filter: 'basicString',
      sort: true,
    }),
    processDefinitionId: textField('process_instance.process_definition_id', { filter: 'string', sort: true }),
    businessId: textField('process_instance.business_id', { nullable: true }),
    tenantId: textField('process_instance.tenant_id', { filter: 'string', sort: true }),
    creationTime: dateTimeField('creation_time', { filter: 'dateTime', sort: true, nullable: true }),
    lastUpdateTime: dateTimeField('last_update_time', { filter: 'dateTime', nullable: true }),
    endTime: dateTimeField('end_time', { filter: 'dateTime', sort: true, nullable: true }),
  },
});
