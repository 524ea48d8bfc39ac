import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { completeElement, getInstance } from './element-transitions.ts';
import { terminateChildren } from './scope-termination.ts';
import { interruptScope } from './triggers/event-trigger-store.ts';

/** The completion condition of a scope holds: it ends by itself. */
export function endScopeEarly(processing: Processing, scope: ElementInstance): void {
  interruptScope(processing, scope, scope.value.elementId);
}

/** Terminates what is left in a scope that ended early; the scope completes when nothing is. */
export function terminateRest(processing: Processing, scope: ElementInstance): void {
  const { childCount } = getInstance(processing, scope.key);
  if (childCount === 0) completeElement(processing, scope);
  else terminateChildren(processing, scope);
}
