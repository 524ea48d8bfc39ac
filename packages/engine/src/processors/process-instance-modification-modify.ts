import {
  BpmnElementType,
  type Key,
  ProcessInstanceModificationIntent,
  type ProcessInstanceModificationValue,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { terminateElement } from '../behavior/element-transitions.ts';
import { placeElement, startPlaced } from '../behavior/modification/element-placement.ts';
import { withEmptiedScopes } from '../behavior/modification/emptied-scopes.ts';
import { planModification } from '../behavior/modification/modification-plan.ts';
import { modificationRefusals } from '../behavior/modification/placement-refusals.ts';
import type { Processing } from '../processing.ts';
import { type ElementInstance, isTerminating } from '../state/element-instance.ts';
import type { Processor } from './processor.ts';

/**
 * Starts and ends elements of a running instance, all or none. What starts is in its scope before anything ends, so that
 * no scope ends in between.
 */
export const processInstanceModificationModify: Processor<ProcessInstanceModificationValue> = (processing, command) => {
  const { value } = command;
  const root = processing.state.elementInstances.get(value.processInstanceKey);
  if (root === undefined || root.value.bpmnElementType !== BpmnElementType.PROCESS || isTerminating(root)) {
    processing.write.reject(
      RejectionType.NOT_FOUND,
      `Expected to modify process instance but no process instance found with key '${value.processInstanceKey}'`,
    );
    return;
  }
  const refusals = modificationRefusals(root.value.bpmnProcessId);
  const { placements, terminations } = planModification(processing, root, value, refusals);
  const placed = placements.map((placement) => placeElement(processing, root, placement, refusals));
  const ending = withEmptiedScopes(processing, terminations);
  const modified = processing.write.event(
    ValueType.PROCESS_INSTANCE_MODIFICATION,
    ProcessInstanceModificationIntent.MODIFIED,
    root.key,
    {
      ...value,
      tenantId: root.value.tenantId,
      ancestorScopeKeys: [...scopeKeysOf(processing, placed)],
      terminatedElementInstanceKeys: ending.map(({ key }) => key),
    },
  );
  processing.write.respond(modified);
  for (const instance of ending) terminateElement(processing, instance);
  startPlaced(processing, placed);
};

/** All scopes around the placed elements. */
function scopeKeysOf(processing: Processing, placed: readonly ElementInstance[]): ReadonlySet<Key> {
  const keys = new Set<Key>();
  for (const { value } of placed) {
    let scope = processing.state.elementInstances.get(value.flowScopeKey);
    while (scope !== undefined && !keys.has(scope.key)) {
      keys.add(scope.key);
      scope = processing.state.elementInstances.get(scope.value.flowScopeKey);
    }
  }
  return keys;
}
