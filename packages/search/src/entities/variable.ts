import { booleanField, defineEntity, keyField, textField } from '../entity.ts';

export const variable = defineEntity({
  name: 'Variable',
  resultNames: { search: 'VariableSearchResult', get: 'VariableResult' },
  title: 'variable',
  table: 'variable',
  key: 'variableKey',
  cut: { field: 'value', wholeColumn: 'full_value', markField: 'isTruncated' },
  joins: [{ table: 'process_instance', on: 'process_instance_key' }],
  fields: {
    variableKey: keyField('VariableKey', 'variable_key', { filter: 'basicString', sort: true }),
    name: textField('name', { filter: 'string', sort: true }),
    value: textField('value', { filter: 'string', sort: true, isLong: true }),
    isTruncated: booleanField('is_truncated', { filter: 'exact', only: 'search' }),
    tenantId: textField('tenant_id', { filter: 'exact', sort: true }),
    scopeKey: keyField('ScopeKey', 'scope_key', { filter: 'basicString', sort: true }),
    processInstanceKey: keyField('ProcessInstanceKey', 'process_instance_key', { filter: 'basicString', sort: true }),
    rootProcessInstanceKey: keyField('ProcessInstanceKey', 'process_instance.root_process_instance_key', {
      nullable: true,
    }),
  },
});
