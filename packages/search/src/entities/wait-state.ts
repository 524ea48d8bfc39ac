import { defineEntity, enumField, jsonField, keyField, textField } from '../entity.ts';
import { elementInstanceTypes } from './element-instance.ts';

export const waitStateTypes = ['JOB', 'MESSAGE', 'USER_TASK', 'TIMER', 'SIGNAL', 'CONDITION'] as const;

/** What active elements wait for. */
export const waitState = defineEntity({
  name: 'ElementInstanceWaitState',
  title: 'wait state',
  table: 'statistics',
  source: 'waitStates',
  key: 'waitStateKey',
  fields: {
    waitStateKey: keyField('WaitStateKey', 'wait_state_key', { hidden: true }),
    rootProcessInstanceKey: keyField('ProcessInstanceKey', 'root_process_instance_key', {
      filter: 'basicString',
      sort: true,
      nullable: true,
    }),
    processInstanceKey: keyField('ProcessInstanceKey', 'process_instance_key', { filter: 'basicString', sort: true }),
    elementInstanceKey: keyField('ElementInstanceKey', 'element_instance_key', { filter: 'basicString', sort: true }),
    elementId: textField('element_id', { filter: 'string', sort: true }),
    elementType: enumField('WaitStateElementTypeEnum', elementInstanceTypes, 'element_type', { filter: 'enum' }),
    waitStateType: enumField('WaitStateTypeEnum', waitStateTypes, 'wait_state_type', { filter: 'enum', hidden: true }),
    tenantId: textField('tenant_id'),
    bpmnProcessId: textField('process_definition_id'),
    details: jsonField('details', {
      description: 'What it waits for; `waitStateType` says which members there are.',
    }),
  },
});
