import type { ExecutableElement } from '@waggle/bpmn';
import { BpmnEventType, IncidentErrorType, ProcessEventIntent, ValueType } from '@waggle/protocol';
import { leave } from '../behavior/element-life.ts';
import { activated, completed, getInstance } from '../behavior/element-transitions.ts';
import { findErrorCatch } from '../behavior/error-catch.ts';
import { evaluateString, scopeContext } from '../behavior/evaluate-expression.ts';
import { closeSubscriptions } from '../behavior/event-subscriptions.ts';
import { storeTrigger } from '../behavior/event-trigger-store.ts';
import { triggerEvent } from '../behavior/event-triggers.ts';
import { terminateChildren } from '../behavior/scope-termination.ts';
import { unhandledErrorMessage } from '../behavior/unhandled-error.ts';
import { applyOutputMappings } from '../behavior/variable-mapping.ts';
import { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { ElementProcessor } from './element-processor.ts';

/** Ends a path: plainly, with everything else in its scope (terminate), or by an error that is caught further out. */
export const endEvent: ElementProcessor = {
  activate(processing, element, instance) {
    switch (element.eventType) {
      case BpmnEventType.ERROR:
        return throwError(processing, element, instance);
      default:
        leave(processing, element, instance);
        return undefined;
    }
  },

  complete: applyOutputMappings,

  finish(processing, element, instance) {
    if (element.eventType === BpmnEventType.TERMINATE) return terminateScope(processing, element, instance);
    return completed(processing, instance, element.outgoing);
  },
};

function terminateScope(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
): Failure | undefined {
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
}

function throwError(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
): Failure | undefined {
  const source = element.error?.code;
  if (source === undefined) throw new Error(`Expected an error code on '${element.id}', but the model has none`);
  const errorCode = evaluateString(processing, source, scopeContext(processing, instance.key));
  if (errorCode instanceof Failure) return errorCode;
  const search = findErrorCatch(processing, instance.value.flowScopeKey, errorCode);
  if (!('instance' in search)) {
    return new Failure(
      IncidentErrorType.UNHANDLED_ERROR_EVENT,
      unhandledErrorMessage({ errorCode, errorMessage: '', catchableCodes: search.catchableCodes }),
    );
  }
  // It never completes: whatever catches the error ends it with its scope.
  activated(processing, instance);
  triggerEvent(processing, search.instance, search.event, '{}');
  return undefined;
}
