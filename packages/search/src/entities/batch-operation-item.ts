import { dateTimeField, defineEntity, enumField, keyField, textField } from '../entity.ts';
import { batchOperationTypes } from './batch-operation.ts';

export const batchOperationItemStates = ['ACTIVE', 'COMPLETED', 'CANCELED', 'FAILED'] as const;

export const batchOperationItem = defineEntity({
  name: 'BatchOperationItem',
  title: 'batch operation item',
  table: 'batch_operation_item',
  key: 'itemKey',
  // An item may be in several operations.
  lastCriteria: ['batchOperationKey', 'itemKey'],
  joins: [{ table: 'batch_operation', on: 'batch_operation_key' }],
  fields: {
    operationType: enumField('BatchOperationTypeEnum', batchOperationTypes, 'batch_operation.type', { filter: 'enum' }),
    batchOperationKey: keyField('BatchOperationKey', 'batch_operation_key', {
      filter: 'basicString',
      isAnyText: true,
      sort: true,
    }),
    itemKey: keyField('BatchOperationItemKey', 'item_key', { filter: 'basicString', isAnyText: true, sort: true }),
    processInstanceKey: keyField('ProcessInstanceKey', 'process_instance_key', {
      filter: 'basicString',
      sort: true,
      nullable: true,
    }),
    rootProcessInstanceKey: keyField('ProcessInstanceKey', 'root_process_instance_key', { nullable: true }),
    state: enumField('BatchOperationItemStateEnum', batchOperationItemStates, 'state', { filter: 'enum', sort: true }),
    processedDate: dateTimeField('processed_date', { sort: true, nullable: true }),
    errorMessage: textField('error_message', { nullable: true }),
  },
});
