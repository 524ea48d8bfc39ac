import { sql } from 'kysely';
import type { SpecialQuery } from '../reading/special-queries.ts';

/** Flows that an instance took; as many as its model has at most. */
export const processInstanceSequenceFlows: SpecialQuery<{ readonly processInstanceKey: string }> = async (
  { processInstanceKey },
  { all },
) => {
  const rows = await all(sql`
    SELECT sequence_flow.sequence_flow_id, CAST(process_instance.root_process_instance_key AS TEXT),
      CAST(process_instance.process_definition_key AS TEXT), process_instance.process_definition_id,
      process_instance.tenant_id
    FROM sequence_flow
    JOIN process_instance ON process_instance.process_instance_key = sequence_flow.process_instance_key
    WHERE sequence_flow.process_instance_key = ${BigInt(processInstanceKey)}
    ORDER BY sequence_flow.sequence_flow_id`);
  const items = rows.map(([flowId, rootProcessInstanceKey, processDefinitionKey, processDefinitionId, tenantId]) => ({
    sequenceFlowId: `${processInstanceKey}_${flowId as string}`,
    processInstanceKey,
    rootProcessInstanceKey,
    processDefinitionKey,
    processDefinitionId,
    elementId: flowId,
    tenantId,
  }));
  return JSON.stringify({ items });
};
