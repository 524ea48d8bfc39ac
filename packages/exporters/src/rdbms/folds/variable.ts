import { type ValueType, VariableIntent } from '@waggle/protocol';
import type { Fold } from '../fold.ts';
import { valueCells } from '../variable-value.ts';

export const foldVariable: Fold<typeof ValueType.VARIABLE> = ({ intent, key, value }, { changes, partitionId }) => {
  const rowKey = { variable_key: key };
  switch (intent) {
    case VariableIntent.CREATED:
      changes.insert('variable', {
        variable_key: key,
        name: value.name,
        ...valueCells(value.value),
        scope_key: value.scopeKey,
        process_instance_key: value.processInstanceKey,
        process_definition_key: value.processDefinitionKey,
        process_definition_id: value.bpmnProcessId,
        tenant_id: value.tenantId,
        partition_id: partitionId,
      });
      changes.insert('variable_name', { process_definition_key: value.processDefinitionKey, name: value.name });
      break;
    case VariableIntent.UPDATED:
      changes.update('variable', rowKey, valueCells(value.value));
      break;
    case VariableIntent.MIGRATED:
      changes.update('variable', rowKey, {
        process_definition_key: value.processDefinitionKey,
        process_definition_id: value.bpmnProcessId,
      });
      changes.insert('variable_name', { process_definition_key: value.processDefinitionKey, name: value.name });
      break;
  }
};
