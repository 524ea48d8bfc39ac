import { ProcessEventIntent, ValueType } from '@waggle/protocol';
import { leave } from '../behavior/element-life.ts';
import { completed, getInstance } from '../behavior/element-transitions.ts';
import { terminateChildren } from '../behavior/scope-termination.ts';
import { closeSubscriptions } from '../behavior/triggers/event-subscriptions.ts';
import { storeTrigger } from '../behavior/triggers/event-trigger-store.ts';
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
    const key = storeTrigger(processing, scope, element.id, '{}', { interruptsScope: true });
    processing.write.event(ValueType.PROCESS_EVENT, ProcessEventIntent.TRIGGERED, key, {
      scopeKey: scope.key,
      targetElementId: element.id,
      variables: '{}',
      processDefinitionKey: scope.value.processDefinitionKey,
      processInstanceKey: scope.value.processInstanceKey,
      interruptsScope: false,
      tenantId: scope.value.tenantId,
    });
    closeSubscriptions(processing, scope.key);
    const failure = completed(processing, instance, []);
    if (failure !== undefined) return failure;
    terminateChildren(processing, getInstance(processing, scope.key));
    return undefined;
  },
};
