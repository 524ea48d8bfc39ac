/** Keeps triggers with their payload until the element that catches them consumes them. */
import { type Key, ProcessEventIntent, type ProcessEventValue, ValueType } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import type { EventTrigger } from '../../state/engine-state.ts';

/** A stored trigger with its key. */
export interface PendingTrigger extends EventTrigger {
  readonly key: Key;
}

/** Keeps a payload for an element until it consumes it. @returns the trigger's key. */
export function storeTrigger(
  processing: Processing,
  owner: ElementInstance,
  targetElementId: string,
  variables: string,
  options: { readonly interruptsScope: boolean } = { interruptsScope: false },
): Key {
  const key = processing.keys.next();
  const value = triggerValue(owner, targetElementId, variables, options.interruptsScope);
  processing.write.event(ValueType.PROCESS_EVENT, ProcessEventIntent.TRIGGERING, key, value);
  return key;
}

/** The payload is not repeated: it went to the log with the trigger. */
export function consumeTrigger(processing: Processing, owner: ElementInstance, trigger: PendingTrigger): void {
  const value = triggerValue(owner, trigger.targetElementId, '{}', false);
  processing.write.event(ValueType.PROCESS_EVENT, ProcessEventIntent.TRIGGERED, trigger.key, value);
}

/**
 * Marks a scope as ended by an element that takes over nothing: what is left in it ends, and then the scope completes. From
 * then on nothing starts or completes in it, not even what was asked for before.
 */
export function interruptScope(processing: Processing, scope: ElementInstance, elementId: string): void {
  const key = storeTrigger(processing, scope, elementId, '{}', { interruptsScope: true });
  consumeTrigger(processing, scope, { key, targetElementId: elementId, variables: '{}' });
}

/** The oldest trigger of an instance for one of its targets. */
export function findTrigger(
  processing: Processing,
  ownerKey: Key,
  isTarget: (elementId: string) => boolean,
): PendingTrigger | undefined {
  let found: PendingTrigger | undefined;
  if (processing.state.eventTriggers.isEmpty(ownerKey)) return undefined;
  processing.state.eventTriggers.forEach(ownerKey, (key, trigger) => {
    if (!isTarget(trigger.targetElementId)) return true;
    found = { key, ...trigger };
    return false;
  });
  return found;
}

function triggerValue(
  owner: ElementInstance,
  targetElementId: string,
  variables: string,
  interruptsScope: boolean,
): ProcessEventValue {
  return {
    scopeKey: owner.key,
    targetElementId,
    variables,
    processDefinitionKey: owner.value.processDefinitionKey,
    processInstanceKey: owner.value.processInstanceKey,
    interruptsScope,
    tenantId: owner.value.tenantId,
  };
}
