/** Which value types an exporter to a search engine takes, and how arguments call them. */
import { ValueType, type ValueTypeName } from '@waggle/protocol';

/** Exported unless it is switched off, once all enabled types are wanted (`include-enabled-records`). */
const enabledByDefault: ReadonlySet<ValueTypeName> = new Set<ValueTypeName>([
  'AD_HOC_SUB_PROCESS_INSTRUCTION',
  'CLUSTER_VARIABLE',
  'COMMAND_DISTRIBUTION',
  'COMPENSATION_SUBSCRIPTION',
  'CONDITIONAL_EVALUATION',
  'CONDITIONAL_SUBSCRIPTION',
  'DECISION',
  'DECISION_EVALUATION',
  'DECISION_REQUIREMENTS',
  'DEPLOYMENT',
  'ERROR',
  'ESCALATION',
  'FORM',
  'GLOBAL_LISTENER',
  'GLOBAL_LISTENER_BATCH',
  'INCIDENT',
  'JOB',
  'MESSAGE',
  'MESSAGE_CORRELATION',
  'MESSAGE_START_EVENT_SUBSCRIPTION',
  'MESSAGE_SUBSCRIPTION',
  'PROCESS',
  'PROCESS_INSTANCE',
  'PROCESS_INSTANCE_CREATION',
  'PROCESS_INSTANCE_MIGRATION',
  'PROCESS_INSTANCE_MODIFICATION',
  'PROCESS_MESSAGE_SUBSCRIPTION',
  'RESOURCE_DELETION',
  'RUNTIME_INSTRUCTION',
  'SIGNAL',
  'SIGNAL_SUBSCRIPTION',
  'TIMER',
  'USER_TASK',
  'VARIABLE',
  'VARIABLE_DOCUMENT',
]);

/** What is exported without `include-enabled-records`: as Camunda from 8.8 on, what analytics needs. */
export const requiredValueTypes: readonly ValueType[] = [
  ValueType.DEPLOYMENT,
  ValueType.PROCESS,
  ValueType.INCIDENT,
  ValueType.VARIABLE,
  ValueType.PROCESS_INSTANCE,
  ValueType.USER_TASK,
  ValueType.JOB,
];

export interface ValueTypeArgument {
  /** `processInstance` */
  readonly name: string;
  readonly valueType: ValueType;
  readonly default: boolean;
}

export const valueTypeArguments: readonly ValueTypeArgument[] = (
  Object.entries(ValueType) as [ValueTypeName, ValueType][]
).map(([name, valueType]) => ({ name: camelCase(name), valueType, default: enabledByDefault.has(name) }));

function camelCase(name: string): string {
  return name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
