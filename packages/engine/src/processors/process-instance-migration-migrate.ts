import {
  BpmnElementType,
  type MigratedInterruption,
  ProcessInstanceMigrationIntent,
  type ProcessInstanceMigrationValue,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { migrateCompensations } from '../behavior/compensation/compensation-migration.ts';
import { getInstance } from '../behavior/element-transitions.ts';
import { migrateElement } from '../behavior/migration/migrate-element.ts';
import { MigrationMapping, MigrationRefusal } from '../behavior/migration/migration-mapping.ts';
import { type ElementMigration, type MigrationContext, planMigration } from '../behavior/migration/migration-plan.ts';
import { openSubscriptions } from '../behavior/triggers/event-subscriptions.ts';
import { deleteWithdrawnProcess } from '../resources/withdrawn-process.ts';
import { isTerminating } from '../state/element-instance.ts';
import type { Processor } from './processor.ts';

/** Moves a running instance to another definition, whole or not at all. Keys, variables and due dates stay. */
export const processInstanceMigrationMigrate: Processor<ProcessInstanceMigrationValue> = (processing, command) => {
  const { value } = command;
  const { state, write, models } = processing;
  const root = state.elementInstances.get(value.processInstanceKey);
  if (root === undefined || root.value.bpmnElementType !== BpmnElementType.PROCESS || isTerminating(root)) {
    const reason = `Expected to migrate process instance but no process instance found with key '${value.processInstanceKey}'`;
    return write.reject(RejectionType.NOT_FOUND, reason);
  }
  const definition = state.processes.get(value.targetProcessDefinitionKey);
  const isUsable =
    definition?.tenantId === root.value.tenantId && !state.withdrawnProcesses.has(definition.processDefinitionKey);
  if (definition === undefined || !isUsable) {
    const reason = `Expected to migrate process instance to process definition but no process definition found with key '${value.targetProcessDefinitionKey}'`;
    return write.reject(RejectionType.NOT_FOUND, reason);
  }
  const source = models.get(root.value.processDefinitionKey);
  const target = models.get(definition.processDefinitionKey);
  const refusal = new MigrationRefusal(root.key);
  const mapping = new MigrationMapping(source, target, value.mappingInstructions, refusal);
  const context: MigrationContext = { processing, definition, mapping, refusal };
  const migrations = planMigration(context, root);
  const interruptions = migrations.flatMap((migration) => interruptionOf(context, migration));
  for (const migration of migrations) migrateElement(processing, migration, definition);
  migrateCompensations(context, root.key);
  const migrated = write.event(
    ValueType.PROCESS_INSTANCE_MIGRATION,
    ProcessInstanceMigrationIntent.MIGRATED,
    root.key,
    { ...value, tenantId: root.value.tenantId, interruptions },
  );
  for (const { instance, waits } of migrations) {
    const failure = openSubscriptions(processing, getInstance(processing, instance.key), waits.opened);
    if (failure === undefined) continue;
    throw refusal.invalidState(
      `it cannot subscribe to the events of '${instance.value.elementId}' in the target: ${failure.message}`,
    );
  }
  deleteWithdrawnProcess(processing, root.value.processDefinitionKey);
  write.respond(migrated);
};

/** Who interrupted a scope is named by the start event of an event sub-process, which has to have a counterpart. */
function interruptionOf(
  { mapping, refusal, processing }: MigrationContext,
  { instance, source }: ElementMigration,
): readonly MigratedInterruption[] {
  const { interruptedBy } = instance;
  if (interruptedBy === '') return [];
  const own = source.eventSubProcesses.find(({ startEvents }) => startEvents.some(({ id }) => id === interruptedBy));
  const target = own && mapping.elementFor(own.id);
  const [startEvent] = target?.startEvents ?? [];
  if (startEvent === undefined) {
    const element = processing.models.eventOf(instance.value, interruptedBy);
    throw refusal.invalidState(
      `'${source.id}' was interrupted by '${element.id}', which no active event sub-process stands for. Please retry the migration.`,
    );
  }
  return [{ scopeKey: instance.key, elementId: startEvent.id }];
}
