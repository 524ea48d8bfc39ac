import { BpmnElementType, type ProcessInstanceValue } from '@waggle/protocol';
import { newElementInstance } from '../state/element-instance.ts';
import type { Applier } from './applier.ts';
import { enterScope } from './enter-scope.ts';

export const processInstanceElementActivating: Applier<ProcessInstanceValue> = (state, record) => {
  const { key, value } = record;
  state.elementInstances.put(key, newElementInstance(key, value));
  if (value.bpmnElementType === BpmnElementType.PROCESS) {
    state.definitionInstances.put(value.processDefinitionKey, key, true);
  }
  enterScope(state, key, value);
};
