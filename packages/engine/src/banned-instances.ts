import { JobIntent, type Key, type LogRecord, ProcessInstanceIntent, ValueType } from '@waggle/protocol';
import type { EngineView } from './state/engine-state.ts';

/** Value types whose commands move an instance on. */
const MOVING: ReadonlySet<ValueType> = new Set([
  ValueType.PROCESS_INSTANCE,
  ValueType.VARIABLE_DOCUMENT,
  ValueType.INCIDENT,
  ValueType.USER_TASK,
]);

/** The banned instance that a command would move on; `undefined` when it may proceed. */
export function bannedInstanceOf(state: EngineView, command: LogRecord): Key | undefined {
  if (!moves(command)) return undefined;
  const key = instanceOf(state, command);
  return key !== undefined && state.bannedInstances.has(key) ? key : undefined;
}

function moves({ valueType, intent }: LogRecord): boolean {
  // What falls due must be dealt with even for banned instances, or it would stay due for ever; timers see to it themselves.
  if (valueType === ValueType.JOB) return intent !== JobIntent.TIME_OUT && intent !== JobIntent.RECUR_AFTER_BACKOFF;
  return MOVING.has(valueType);
}

function instanceOf(state: EngineView, command: LogRecord): Key | undefined {
  switch (command.valueType) {
    case ValueType.JOB:
      return state.jobs.get(command.key)?.value.processInstanceKey;
    case ValueType.INCIDENT:
      return state.incidents.get(command.key)?.processInstanceKey;
    case ValueType.USER_TASK:
      return state.userTasks.get(command.key)?.value.processInstanceKey;
    case ValueType.VARIABLE_DOCUMENT:
      return 'scopeKey' in command.value
        ? state.elementInstances.get(command.value.scopeKey)?.value.processInstanceKey
        : undefined;
    case ValueType.PROCESS_INSTANCE:
      // A client names the instance it cancels by key only.
      if (command.intent === ProcessInstanceIntent.CANCEL) return command.key;
      return 'processInstanceKey' in command.value ? command.value.processInstanceKey : undefined;
    default:
      return 'processInstanceKey' in command.value ? command.value.processInstanceKey : undefined;
  }
}
