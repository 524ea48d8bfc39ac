import { type Key, type LogRecord, NO_KEY, ValueType } from '@waggle/protocol';
import type { EngineView } from './state/engine-state.ts';

/** The process instance that a command is about; `undefined` when there is none. Clients often name a part of it by key only. */
export function instanceOfCommand(state: EngineView, command: LogRecord): Key | undefined {
  const { key, value } = command;
  switch (command.valueType) {
    case ValueType.JOB:
      return state.jobs.get(key)?.value.processInstanceKey;
    case ValueType.INCIDENT:
      return state.incidents.get(key)?.processInstanceKey;
    case ValueType.USER_TASK:
      return state.userTasks.get(key)?.value.processInstanceKey;
    case ValueType.VARIABLE_DOCUMENT:
      return 'scopeKey' in value ? instanceOfElement(state, value.scopeKey) : undefined;
    case ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION:
      return 'adHocSubProcessInstanceKey' in value
        ? instanceOfElement(state, value.adHocSubProcessInstanceKey)
        : undefined;
    case ValueType.PROCESS_INSTANCE:
      // Clients may name the instance they mean by key only.
      return 'processInstanceKey' in value && value.processInstanceKey !== NO_KEY ? value.processInstanceKey : key;
    default:
      return 'processInstanceKey' in value && value.processInstanceKey !== NO_KEY
        ? value.processInstanceKey
        : undefined;
  }
}

function instanceOfElement(state: EngineView, elementInstanceKey: Key): Key | undefined {
  return state.elementInstances.get(elementInstanceKey)?.value.processInstanceKey;
}
