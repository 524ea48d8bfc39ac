import { BpmnElementType, type Key, NO_KEY, type ProcessInstanceValue } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';
import { startLockName } from '../state/table-names.ts';

/** Counts a new element instance in, and names a called process instance to its call activity. */
export function enterScope(state: EngineState, key: Key, value: ProcessInstanceValue): void {
  if (value.flowScopeKey !== NO_KEY) {
    const scope = state.elementInstances.get(value.flowScopeKey);
    if (scope === undefined) throw new Error(`Expected a scope with key ${value.flowScopeKey}, but there is none`);
    const { consumedFlowIds } = value;
    state.elementInstances.put(scope.key, {
      ...scope,
      childCount: scope.childCount + 1,
      activeFlowCount: scope.activeFlowCount - consumedFlowIds.length,
    });
    state.elementChildren.put(scope.key, key, true);
    for (const flowId of consumedFlowIds) consumeToken(state, scope.key, flowId);
  } else if (value.parentElementInstanceKey !== NO_KEY) {
    const caller = state.elementInstances.get(value.parentElementInstanceKey);
    if (caller !== undefined) state.elementInstances.put(caller.key, { ...caller, calledInstanceKey: key });
  }
}

function consumeToken(state: EngineState, scopeKey: Key, flowId: string): void {
  const taken = state.takenFlows.get(scopeKey, flowId) ?? 0;
  if (taken > 1) state.takenFlows.put(scopeKey, flowId, taken - 1);
  else state.takenFlows.delete(scopeKey, flowId);
}

/** Counts an ended element instance out and drops everything that lived in it. */
export function removeElementInstance(state: EngineState, key: Key, value: ProcessInstanceValue): void {
  state.elementInstances.delete(key);
  removeGroup(state.variables, key);
  removeGroup(state.eventTriggers, key);
  removeGroup(state.takenFlows, key);
  if (value.flowScopeKey !== NO_KEY) {
    state.elementChildren.delete(value.flowScopeKey, key);
    const scope = state.elementInstances.get(value.flowScopeKey);
    if (scope !== undefined) state.elementInstances.put(scope.key, { ...scope, childCount: scope.childCount - 1 });
  }
  if (value.bpmnElementType === BpmnElementType.PROCESS) removeProcessInstance(state, key, value);
}

function removeProcessInstance(state: EngineState, key: Key, value: ProcessInstanceValue): void {
  state.awaitedResults.delete(key);
  state.processInstanceMetadata.delete(key);
  const correlationKey = state.instanceCorrelationKeys.get(key);
  if (correlationKey !== undefined) {
    state.instanceCorrelationKeys.delete(key);
    state.messageStartLocks.delete(startLockName(value.bpmnProcessId, correlationKey, value.tenantId));
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
