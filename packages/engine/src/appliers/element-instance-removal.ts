import { BpmnElementType, type Key, NO_KEY, type ProcessInstanceValue } from '@waggle/protocol';
import { removeCompensationsOf } from '../state/compensation-removal.ts';
import type { EngineState } from '../state/engine-state.ts';
import { startLockName } from '../state/table-names.ts';

/** Counts an ended element instance out and drops everything that lived in it. */
export function removeElementInstance(state: EngineState, key: Key, value: ProcessInstanceValue): void {
  state.elementInstances.delete(key);
  removeGroup(state.variables, key);
  removeGroup(state.eventTriggers, key);
  removeGroup(state.takenFlows, key);
  removeGroup(state.heldSubscriptions, key);
  if (value.flowScopeKey !== NO_KEY) {
    state.elementChildren.delete(value.flowScopeKey, key);
    const scope = state.elementInstances.get(value.flowScopeKey);
    if (scope !== undefined) state.elementInstances.put(scope.key, { ...scope, childCount: scope.childCount - 1 });
  }
  switch (value.bpmnElementType) {
    case BpmnElementType.PROCESS:
      removeProcessInstance(state, key, value);
      break;
    case BpmnElementType.MULTI_INSTANCE_BODY:
      state.multiInstances.delete(key);
      removeGroup(state.multiInstanceItems, key);
      removeGroup(state.multiInstanceOutputs, key);
      break;
    case BpmnElementType.AD_HOC_SUB_PROCESS:
      state.fulfilledAdHocSubProcesses.delete(key);
      break;
  }
}

function removeProcessInstance(state: EngineState, key: Key, value: ProcessInstanceValue): void {
  state.definitionInstances.delete(value.processDefinitionKey, key);
  state.awaitedResults.delete(key);
  const metadata = state.processInstanceMetadata.get(key);
  if (metadata !== undefined) {
    state.processInstanceMetadata.delete(key);
    state.businessIdHolders.delete(metadata.holderName, key);
  }
  state.terminateAfter.delete(key);
  removeCompensationsOf(state, key);
  state.suspensions.delete(key);
  removeGroup(state.bufferedCommands, key);
  const lock = state.instanceCorrelationKeys.get(key);
  if (lock !== undefined) {
    state.instanceCorrelationKeys.delete(key);
    state.messageStartLocks.delete(startLockName(lock.bpmnProcessId, lock.correlationKey, value.tenantId));
  }
}

interface Group<Member> {
  isEmpty(group: Key): boolean;
  forEach(group: Key, visitor: (member: Member) => unknown): void;
  delete(group: Key, member: Member): void;
}

function removeGroup<Member>(table: Group<Member>, group: Key): void {
  if (table.isEmpty(group)) return;
  const members: Member[] = [];
  table.forEach(group, (member) => members.push(member));
  for (const member of members) table.delete(group, member);
}
