import { ProcessEventIntent, ValueType } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { completeElement, getInstance } from './element-transitions.ts';
import { terminateChildren } from './scope-termination.ts';
import { storeTrigger } from './triggers/event-trigger-store.ts';

/**
 * Marks a scope as ended by itself: its completion condition holds. From then on nothing starts or completes in it, not
 * even what was asked for before.
 */
export function endScopeEarly(processing: Processing, scope: ElementInstance): void {
  const { elementId, processDefinitionKey, processInstanceKey, tenantId } = scope.value;
  const key = storeTrigger(processing, scope, elementId, '{}', { interruptsScope: true });
  processing.write.event(ValueType.PROCESS_EVENT, ProcessEventIntent.TRIGGERED, key, {
    scopeKey: scope.key,
    targetElementId: elementId,
    variables: '{}',
    processDefinitionKey,
    processInstanceKey,
    interruptsScope: false,
    tenantId,
  });
}

/** Terminates what is left in a scope that ended early; the scope completes when nothing is. */
export function terminateRest(processing: Processing, scope: ElementInstance): void {
  const { childCount } = getInstance(processing, scope.key);
  if (childCount === 0) completeElement(processing, scope);
  else terminateChildren(processing, scope);
}
