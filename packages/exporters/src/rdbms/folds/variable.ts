import { type ValueType, VariableIntent } from '@waggle/protocol';
import type { Fold } from '../fold.ts';

/** Characters of a value that searches show and compare, as in Camunda. */
export const VARIABLE_VALUE_LENGTH_MAX = 8191;

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
      break;
    case VariableIntent.UPDATED:
      changes.update('variable', rowKey, valueCells(value.value));
      break;
    case VariableIntent.MIGRATED:
      changes.update('variable', rowKey, {
        process_definition_key: value.processDefinitionKey,
        process_definition_id: value.bpmnProcessId,
      });
      break;
  }
};

function valueCells(value: string): { value: string; full_value: string | null; is_truncated: boolean } {
  const isTruncated = value.length > VARIABLE_VALUE_LENGTH_MAX;
  return {
    value: isTruncated ? value.slice(0, cutOf(value)) : value,
    full_value: isTruncated ? value : null,
    is_truncated: isTruncated,
  };
}

/** No character of two units is cut in half: half of one is no text to a database. */
function cutOf(value: string): number {
  const last = value.charCodeAt(VARIABLE_VALUE_LENGTH_MAX - 1);
  const isFirstHalf = last >= 0xd800 && last <= 0xdbff;
  return isFirstHalf ? VARIABLE_VALUE_LENGTH_MAX - 1 : VARIABLE_VALUE_LENGTH_MAX;
}
