import { leave } from '../behavior/element-life.ts';
import { completed, getInstance } from '../behavior/element-transitions.ts';
import { terminateChildren } from '../behavior/scope-termination.ts';
import { closeSubscriptions } from '../behavior/triggers/event-subscriptions.ts';
import { interruptScope } from '../behavior/triggers/event-trigger-store.ts';
import { applyOutputMappings } from '../behavior/variables/variable-mapping.ts';
import type { ElementProcessor } from '../elements/element-processor.ts';

/** Ends everything else in its scope, which then completes. */
export const thrownTermination: ElementProcessor = {
  activate(processing, element, instance) {
    leave(processing, element, instance);
    return undefined;
  },

  complete: applyOutputMappings,

  finish(processing, element, instance) {
    const scope = getInstance(processing, instance.value.flowScopeKey);
    interruptScope(processing, scope, element.id);
    closeSubscriptions(processing, scope.key);
    const failure = completed(processing, instance, []);
    if (failure !== undefined) return failure;
    terminateChildren(processing, getInstance(processing, scope.key));
    return undefined;
  },
};
