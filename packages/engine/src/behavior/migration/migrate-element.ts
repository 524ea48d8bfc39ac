/** Writes what a migration changes at one element instance. */
import {
  BpmnElementType,
  BpmnEventType,
  IncidentIntent,
  JobIntent,
  type Key,
  NO_KEY,
  ProcessInstanceIntent,
  type ProcessInstanceValue,
  type ProcessValue,
  ValueType,
  VariableIntent,
} from '@waggle/protocol';
import { awaitedEvents } from '../../events/awaited-events.ts';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { getInstance } from '../element-transitions.ts';
import { canTakeOverUserTask, migrateUserTask, takeOverUserTask } from '../user-tasks/user-task-migration.ts';
import type { ElementMigration } from './migration-plan.ts';

export function migrateElement(
  processing: Processing,
  { instance, source, target, waits, tokens }: ElementMigration,
  definition: ProcessValue,
): void {
  const { processDefinitionKey, bpmnProcessId, version } = definition;
  const identity = { processDefinitionKey, bpmnProcessId };
  const value: ProcessInstanceValue = { ...instance.value, ...identity, version, elementId: target.id };
  const { ELEMENT_MIGRATED } = ProcessInstanceIntent;
  processing.write.event(ValueType.PROCESS_INSTANCE, ELEMENT_MIGRATED, instance.key, value);
  migrateVariables(processing, instance, identity);
  migrateUserTask(processing, getInstance(processing, instance.key));
  if (canTakeOverUserTask(source, target)) takeOverUserTask(processing, getInstance(processing, instance.key), target);
  migrateJob(processing, getInstance(processing, instance.key), {
    ...identity,
    processDefinitionVersion: version,
    elementId: target.id,
  });
  migrateIncidents(processing, instance, { ...identity, elementId: target.id });
  for (const kind of awaitedEvents) {
    kind.close(processing, instance.key, waits.isClosed);
    kind.migrate(processing, instance.key, waits.target);
  }
  for (const { sourceFlow, targetFlow, count } of tokens) {
    const flow = { flowScopeKey: instance.key, bpmnElementType: BpmnElementType.SEQUENCE_FLOW };
    const from = { ...instance.value, ...flow, bpmnEventType: BpmnEventType.UNSPECIFIED, elementId: sourceFlow.id };
    const to = { ...value, ...flow, bpmnEventType: BpmnEventType.UNSPECIFIED, elementId: targetFlow.id };
    const { SEQUENCE_FLOW_DELETED, SEQUENCE_FLOW_TAKEN } = ProcessInstanceIntent;
    for (let token = 0; token < count; token++) {
      processing.write.event(ValueType.PROCESS_INSTANCE, SEQUENCE_FLOW_DELETED, processing.keys.next(), from);
      processing.write.event(ValueType.PROCESS_INSTANCE, SEQUENCE_FLOW_TAKEN, processing.keys.next(), to);
    }
  }
}

function migrateVariables(
  processing: Processing,
  { key: scopeKey, value }: ElementInstance,
  identity: { readonly processDefinitionKey: Key; readonly bpmnProcessId: string },
): void {
  const variables: [name: string, key: Key][] = [];
  processing.state.variables.forEach(scopeKey, (name, variable) => {
    variables.push([name, variable.key]);
  });
  const { processInstanceKey, tenantId } = value;
  for (const [name, key] of variables) {
    // Values stay what they are, and there may be many megabytes of them: exporters know them from earlier records.
    const migrated = { name, value: 'null', scopeKey, processInstanceKey, ...identity, tenantId };
    processing.write.event(ValueType.VARIABLE, VariableIntent.MIGRATED, key, migrated);
  }
}

function migrateJob(
  processing: Processing,
  { jobKey }: ElementInstance,
  place: {
    readonly processDefinitionKey: Key;
    readonly bpmnProcessId: string;
    readonly processDefinitionVersion: number;
    readonly elementId: string;
  },
): void {
  const job = jobKey === NO_KEY ? undefined : processing.state.jobs.get(jobKey);
  if (job !== undefined) {
    processing.write.event(ValueType.JOB, JobIntent.MIGRATED, jobKey, { ...job.value, ...place });
  }
}

function migrateIncidents(
  processing: Processing,
  { key: elementInstanceKey }: ElementInstance,
  place: { readonly processDefinitionKey: Key; readonly bpmnProcessId: string; readonly elementId: string },
): void {
  const keys: Key[] = [];
  processing.state.elementIncidents.forEach(elementInstanceKey, (key) => keys.push(key));
  for (const key of keys) {
    const incident = processing.state.incidents.get(key);
    if (incident === undefined) continue;
    processing.write.event(ValueType.INCIDENT, IncidentIntent.MIGRATED, key, { ...incident, ...place });
  }
}
