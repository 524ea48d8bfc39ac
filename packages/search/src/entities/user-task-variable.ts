import { defineEntity, keyField, textField } from '../entity.ts';
import { variable } from './variable.ts';

/** Variables as a user task sees them: those of its own and of all scopes around it. */
export const userTaskVariable = defineEntity({
  ...variable,
  name: 'UserTaskVariable',
  fields: {
    ...variable.fields,
    variableKey: keyField('VariableKey', 'variable_key', { sort: true }),
    value: textField('value', { sort: true }),
    tenantId: textField('tenant_id', { sort: true }),
    scopeKey: keyField('ScopeKey', 'scope_key', { sort: true }),
    processInstanceKey: keyField('ProcessInstanceKey', 'process_instance_key', { sort: true }),
  },
  predicates: {
    /** Where names coincide, all of them are found. */
    seenByUserTask: { predicate: 'seenByUserTask' },
    /** Where names coincide, the innermost is found. */
    effectiveInUserTask: { predicate: 'effectiveInUserTask' },
  },
});
