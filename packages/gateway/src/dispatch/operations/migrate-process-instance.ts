import {
  DEFAULT_TENANT_ID,
  NO_KEY,
  ProcessInstanceMigrationIntent,
  type ProcessInstanceMigrationValue,
  ValueType,
} from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import type { ProcessInstanceCommandInput } from './process-instance-command.ts';

export type MigrateProcessInstanceInput = ProcessInstanceCommandInput &
  Pick<ProcessInstanceMigrationValue, 'targetProcessDefinitionKey' | 'mappingInstructions'>;

/** Moves a running instance to another definition. */
export async function migrateProcessInstance(
  router: CommandRouter,
  input: MigrateProcessInstanceInput,
): Answer<typeof ValueType.PROCESS_INSTANCE_MIGRATION> {
  return router.sendByKey({
    valueType: ValueType.PROCESS_INSTANCE_MIGRATION,
    intent: ProcessInstanceMigrationIntent.MIGRATE,
    key: input.processInstanceKey,
    value: {
      processInstanceKey: input.processInstanceKey,
      targetProcessDefinitionKey: input.targetProcessDefinitionKey,
      mappingInstructions: input.mappingInstructions,
      interruptions: [],
      tenantId: DEFAULT_TENANT_ID,
    },
    operationReference: input.operationReference ?? NO_KEY,
  });
}
