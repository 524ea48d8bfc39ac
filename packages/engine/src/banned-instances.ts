import { JobIntent, type Key, type LogRecord, ValueType } from '@waggle/protocol';
import { instanceOfCommand } from './instance-of-command.ts';
import type { EngineView } from './state/engine-state.ts';

/** Value types whose commands move an instance on. */
const MOVING: ReadonlySet<ValueType> = new Set([
  ValueType.PROCESS_INSTANCE,
  ValueType.PROCESS_INSTANCE_BATCH,
  ValueType.PROCESS_INSTANCE_MODIFICATION,
  ValueType.PROCESS_INSTANCE_MIGRATION,
  ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION,
  ValueType.USER_TASK,
  ValueType.VARIABLE_DOCUMENT,
  ValueType.INCIDENT,
]);

/** The banned instance that a command would move on; `undefined` when it may proceed. */
export function bannedInstanceOf(state: EngineView, command: LogRecord): Key | undefined {
  if (!moves(command)) return undefined;
  const key = instanceOfCommand(state, command);
  return key !== undefined && state.bannedInstances.has(key) ? key : undefined;
}

function moves({ valueType, intent }: LogRecord): boolean {
  // What falls due must be dealt with even for banned instances, or it would stay due for ever; timers see to it themselves.
  if (valueType === ValueType.JOB) return intent !== JobIntent.TIME_OUT && intent !== JobIntent.RECUR_AFTER_BACKOFF;
  return MOVING.has(valueType);
}
