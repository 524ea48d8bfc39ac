import {
  DEFAULT_TENANT_ID,
  type Key,
  ProcessInstanceMigrationIntent,
  type ProcessInstanceMigrationValue,
  ValueType,
} from '@waggle/protocol';
import type { Answer, TestEngine } from './test-engine.ts';

/** @param mapping target ids by source id. */
export function migrate(
  engine: TestEngine,
  processInstanceKey: Key,
  targetProcessDefinitionKey: Key,
  mapping: Readonly<Record<string, string>>,
): Answer | undefined {
  const value = migrationOf(processInstanceKey, targetProcessDefinitionKey, mapping);
  return engine.send(ValueType.PROCESS_INSTANCE_MIGRATION, ProcessInstanceMigrationIntent.MIGRATE, value);
}

export function migrationOf(
  processInstanceKey: Key,
  targetProcessDefinitionKey: Key,
  mapping: Readonly<Record<string, string>>,
): ProcessInstanceMigrationValue {
  return {
    processInstanceKey,
    targetProcessDefinitionKey,
    mappingInstructions: Object.entries(mapping).map(([sourceElementId, targetElementId]) => ({
      sourceElementId,
      targetElementId,
    })),
    interruptions: [],
    tenantId: DEFAULT_TENANT_ID,
  };
}
