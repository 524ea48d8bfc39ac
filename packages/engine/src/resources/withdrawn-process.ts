import { type Key, ProcessIntent, type ProcessValue, ValueType } from '@waggle/protocol';
import type { Processing } from '../processing.ts';

/** After an instance has ended: when it was the last one of a withdrawn definition, nobody needs that any more. */
export function deleteWithdrawnProcess(processing: Processing, processDefinitionKey: Key): void {
  const { state, write } = processing;
  if (!state.withdrawnProcesses.has(processDefinitionKey)) return;
  const definition = state.processes.get(processDefinitionKey);
  if (definition === undefined || hasRunningInstances(processing, processDefinitionKey)) return;
  write.event(ValueType.PROCESS, ProcessIntent.DELETED, processDefinitionKey, withoutContent(definition));
}

/** Banned ones do not count: nothing will ever happen in them. One whose start waits for a later batch needs the definition then. */
export function hasRunningInstances({ state, backlog }: Processing, processDefinitionKey: Key): boolean {
  let isRunning = false;
  state.definitionInstances.forEach(processDefinitionKey, (instanceKey) => {
    isRunning = !state.bannedInstances.has(instanceKey);
    return !isRunning;
  });
  return isRunning || backlog.startsElementOf(processDefinitionKey);
}

/** Whoever keeps records has the document already. */
export function withoutContent(definition: ProcessValue): ProcessValue {
  return { ...definition, resource: new Uint8Array() };
}
