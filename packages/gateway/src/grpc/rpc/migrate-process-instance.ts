import type { MappingInstruction } from '@waggle/protocol';
import { argumentError } from '../../dispatch/command-failure.ts';
import { migrateProcessInstance as sendMigrateProcessInstance } from '../../dispatch/operations/migrate-process-instance.ts';
import { unaryRpc } from '../rpc-handler.ts';
import { keyField, operationReferenceField } from '../wire-integer.ts';

interface MigrateProcessInstanceRequest {
  readonly processInstanceKey: string;
  readonly migrationPlan: {
    readonly targetProcessDefinitionKey: string;
    readonly mappingInstructions: readonly MappingInstruction[];
  } | null;
  readonly operationReference?: string;
}

export const migrateProcessInstance = unaryRpc(async (request: MigrateProcessInstanceRequest, { router }) => {
  const plan = request.migrationPlan;
  if (!plan) throw argumentError("Expected 'migrationPlan' to say where to, but it is absent");
  await sendMigrateProcessInstance(router, {
    processInstanceKey: keyField(request.processInstanceKey),
    targetProcessDefinitionKey: keyField(plan.targetProcessDefinitionKey),
    mappingInstructions: plan.mappingInstructions.map(({ sourceElementId, targetElementId }) => ({
      sourceElementId,
      targetElementId,
    })),
    operationReference: operationReferenceField(request.operationReference),
  });
  return {};
});
