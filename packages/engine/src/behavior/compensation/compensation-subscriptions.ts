/**
 * Remembers what can be compensated: every completed activity with a handler, and every completed scope that holds some.
 * They form a tree that outlives the scopes: the subscriptions of a completed scope lie below the subscription of that
 * scope, until the process instance or a living scope around them ends.
 */
import {
  BpmnElementType,
  CompensationSubscriptionIntent,
  type CompensationSubscriptionValue,
  joinJsonObject,
  type Key,
  NO_KEY,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { localVariables } from '../variables/visible-variables.ts';

/** Events written when a scope with subscriptions ends. Rows beyond it go with the scope, unannounced: a loop may leave any number. */
const DELETED_EVENTS_MAX = 1000;

/** An element is about to complete: keeps what it takes to compensate it. */
export function recordCompensation(processing: Processing, instance: ElementInstance): void {
  const { key, value } = instance;
  if (value.bpmnElementType === BpmnElementType.PROCESS) {
    dropCompensations(processing, key);
    return;
  }
  const { state, models, keys, write } = processing;
  const element = models.elementOf(value);
  const isScope = !state.compensableScopes.isEmpty(key);
  if (element.compensationHandler === undefined && !isScope) return;
  // What undoes something is not undone itself.
  if (element.isForCompensation) {
    dropCompensations(processing, key);
    return;
  }
  const isContainer = isScope || element.children.length > 0;
  write.event(ValueType.COMPENSATION_SUBSCRIPTION, CompensationSubscriptionIntent.CREATED, keys.next(), {
    processInstanceKey: value.processInstanceKey,
    processDefinitionKey: value.processDefinitionKey,
    compensableActivityId: value.elementId,
    compensableActivityScopeKey: value.flowScopeKey,
    compensableActivityInstanceKey: key,
    compensationHandlerId: element.compensationHandler?.id ?? '',
    compensationHandlerInstanceKey: NO_KEY,
    throwEventId: '',
    throwEventInstanceKey: NO_KEY,
    variables: isContainer ? joinJsonObject(localVariables(processing, key)) : '{}',
    tenantId: value.tenantId,
  });
}

/** A scope ends for good: nothing in it can be compensated any more. */
export function dropCompensations(processing: Processing, scopeKey: Key): void {
  if (processing.state.compensableScopes.isEmpty(scopeKey)) return;
  const { DELETED } = CompensationSubscriptionIntent;
  const doomed: (readonly [Key, CompensationSubscriptionValue])[] = [];
  collectTree(processing, scopeKey, doomed);
  for (const [key, value] of doomed) {
    processing.write.event(ValueType.COMPENSATION_SUBSCRIPTION, DELETED, key, withoutVariables(value));
  }
}

/** The snapshot is in the log already, with the event that took it. */
export function withoutVariables(value: CompensationSubscriptionValue): CompensationSubscriptionValue {
  return value.variables === '{}' ? value : { ...value, variables: '{}' };
}

/** Inner ones first, so that what is cut off by the limit is still found from the outside. */
function collectTree(
  processing: Processing,
  scopeKey: Key,
  found: (readonly [Key, CompensationSubscriptionValue])[],
): void {
  const { state } = processing;
  state.compensableScopes.forEach(scopeKey, (key) => {
    const value = state.compensationSubscriptions.get(key);
    if (value === undefined) return true;
    collectTree(processing, value.compensableActivityInstanceKey, found);
    if (found.length < DELETED_EVENTS_MAX) found.push([key, value]);
    return found.length < DELETED_EVENTS_MAX;
  });
}
