import { DEFAULT_TENANT_ID, type Key, ProcessInstanceMigrationIntent, ValueType } from '@waggle/protocol';
import type { Answer, TestEngine } from './test-engine.ts';

/** @param mapping target ids by source id. */
export function migrate(
  engine: TestEngine,
  processInstanceKey: Key,
  targetProcessDefinitionKey: Key,
  mapping: Readonly<Record<string, string>>,
): Answer | undefined {
  return engine.send(ValueType.PROCESS_INSTANCE_MIGRATION, ProcessInstanceMigrationIntent.MIGRATE, {
    processInstanceKey,
    targetProcessDefinitionKey,
    mappingInstructions: Object.entries(mapping).map(([sourceElementId, targetElementId]) => ({
      sourceElementId,
      targetElementId,
    })),
    interruptions: [],
    tenantId: DEFAULT_TENANT_ID,
  });
}
