import {
  BpmnElementType,
  IncidentIntent,
  type LogRecord,
  ProcessInstanceIntent,
  type ProcessInstanceValue,
  ProcessIntent,
  UserTaskIntent,
  ValueType,
  VariableIntent,
} from '@waggle/protocol';

const { ELEMENT_ACTIVATING, ELEMENT_COMPLETED, ELEMENT_TERMINATED } = ProcessInstanceIntent;

/** What Optimize reads; other value types are left out. */
const intents: ReadonlyMap<ValueType, readonly number[]> = new Map([
  [ValueType.PROCESS, [ProcessIntent.CREATED]],
  [ValueType.PROCESS_INSTANCE, [ELEMENT_ACTIVATING, ELEMENT_COMPLETED, ELEMENT_TERMINATED]],
  [ValueType.INCIDENT, [IncidentIntent.CREATED, IncidentIntent.RESOLVED]],
  [
    ValueType.USER_TASK,
    [UserTaskIntent.CREATING, UserTaskIntent.ASSIGNED, UserTaskIntent.COMPLETED, UserTaskIntent.CANCELED],
  ],
  [ValueType.VARIABLE, [VariableIntent.CREATED, VariableIntent.UPDATED]],
]);

const elementsLeftOut: readonly BpmnElementType[] = [BpmnElementType.UNSPECIFIED, BpmnElementType.SEQUENCE_FLOW];

/** Whether Optimize reads a record; Camunda's exporters call exporting nothing else the Optimize mode. */
export function isReadByOptimize({ valueType, intent, value }: LogRecord): boolean {
  if (intents.get(valueType)?.includes(intent) !== true) return false;
  if (valueType !== ValueType.PROCESS_INSTANCE) return true;
  return !elementsLeftOut.includes((value as ProcessInstanceValue).bpmnElementType);
}
