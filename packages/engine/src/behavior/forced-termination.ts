/** Ends what would wait for cancel listeners: of an instance that is canceled a second time, and of those it called. */
import { BpmnElementType, type Key, NO_KEY } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { type ElementInstance, isTerminating } from '../state/element-instance.ts';
import { getInstance } from './element-transitions.ts';
import { resolveIncidentsOf } from './incidents.ts';
import { cancelJob } from './jobs/jobs.ts';
import { terminated } from './scope-termination.ts';

/** Elements looked at in one search. What is left of an instance that waits is small; one that has more is still ending by itself. */
const SEARCHED_MAX = 1_000;

/** Process instances, the given one or called by it, that wait for nothing but their cancel listeners. */
export function instancesAtCancelListeners(processing: Processing, root: ElementInstance): readonly ElementInstance[] {
  const { state } = processing;
  const found: ElementInstance[] = [];
  const open: Key[] = [root.key];
  for (let searched = 0; searched < SEARCHED_MAX; searched++) {
    const key = open.pop();
    if (key === undefined) break;
    const instance = state.elementInstances.get(key);
    if (instance === undefined || !isTerminating(instance)) continue;
    if (isAtCancelListeners(processing, instance)) found.push(instance);
    if (instance.calledInstanceKey !== NO_KEY) open.push(instance.calledInstanceKey);
    state.elementChildren.forEach(key, (child) => {
      open.push(child);
      return open.length < SEARCHED_MAX;
    });
  }
  return found;
}

/** Ends an instance without waiting for its cancel listeners. */
export function endByForce(processing: Processing, instance: ElementInstance): void {
  cancelJob(processing, instance);
  resolveIncidentsOf(processing, instance.key);
  terminated(processing, getInstance(processing, instance.key));
}

function isAtCancelListeners(processing: Processing, instance: ElementInstance): boolean {
  if (instance.value.bpmnElementType !== BpmnElementType.PROCESS || instance.childCount > 0) return false;
  const { executionListeners } = processing.models.elementOf(instance.value);
  return executionListeners.some(({ eventType }) => eventType === 'cancel');
}
