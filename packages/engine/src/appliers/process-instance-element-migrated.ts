import { BpmnElementType, type ProcessInstanceValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const processInstanceElementMigrated: Applier<ProcessInstanceValue> = (state, record) => {
  const { key, value } = record;
  const instance = state.elementInstances.get(key);
  if (instance === undefined) return;
  state.elementInstances.put(key, { ...instance, value });
  if (value.bpmnElementType !== BpmnElementType.PROCESS) return;
  state.definitionInstances.delete(instance.value.processDefinitionKey, key);
  state.definitionInstances.put(value.processDefinitionKey, key, true);
};
