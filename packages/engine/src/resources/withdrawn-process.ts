import { type Key, ProcessInstanceIntent, ProcessIntent, type ProcessValue, ValueType } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import type { EngineView } from '../state/engine-state.ts';

/** After an instance has ended: when it was the last one of a withdrawn definition, nobody needs that any more. */
export function deleteWithdrawnProcess(processing: Processing, processDefinitionKey: Key): void {
  const { state, write } = processing;
  if (!state.withdrawnProcesses.has(processDefinitionKey)) return;
  const definition = state.processes.get(processDefinitionKey);
  if (definition === undefined || hasRunningInstances(processing, processDefinitionKey)) return;
  write.event(ValueType.PROCESS, ProcessIntent.DELETED, processDefinitionKey, withoutContent(definition));
}

/** Banned ones do not count: nothing will ever happen in them. */
export function hasRunningInstances({ state }: Processing, processDefinitionKey: Key): boolean {
  let isRunning = false;
  state.definitionInstances.forEach(processDefinitionKey, (instanceKey) => {
    isRunning = !state.bannedInstances.has(instanceKey);
    return !isRunning;
  });
  return isRunning || isAboutToStart(state, processDefinitionKey);
}

/** Whether the start of an instance waits for a later batch: it needs the definition then. */
function isAboutToStart(state: EngineView, processDefinitionKey: Key): boolean {
  for (const [, { valueType, intent, value }] of state.backlog.entries()) {
    if (valueType !== ValueType.PROCESS_INSTANCE || intent !== ProcessInstanceIntent.ACTIVATE_ELEMENT) continue;
    if ('processDefinitionKey' in value && value.processDefinitionKey === processDefinitionKey) return true;
  }
  return false;
}

/** Whoever keeps records has the document already. */
export function withoutContent(definition: ProcessValue): ProcessValue {
  return { ...definition, resource: new Uint8Array() };
}
