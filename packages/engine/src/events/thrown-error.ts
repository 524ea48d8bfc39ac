import { BpmnEventType, IncidentErrorType } from '@waggle/protocol';
import { activated } from '../behavior/element-transitions.ts';
import { evaluateString, scopeContext } from '../behavior/expressions/evaluate-expression.ts';
import { findCatch } from '../behavior/triggers/catch-search.ts';
import { triggerEvent } from '../behavior/triggers/event-triggers.ts';
import { unhandledErrorMessage } from '../behavior/triggers/unhandled-error.ts';
import type { ElementProcessor } from '../elements/element-processor.ts';
import { Failure } from '../failure.ts';

/** An error ends what it is thrown in, up to where it is caught; nobody catching it stops the instance. */
export const thrownError: ElementProcessor = {
  activate(processing, element, instance) {
    const source = element.error?.code;
    if (source === undefined) throw new Error(`Expected an error code on '${element.id}', but the model has none`);
    const errorCode = evaluateString(processing, source, scopeContext(processing, instance.key));
    if (errorCode instanceof Failure) return errorCode;
    const search = findCatch(processing, instance.value.flowScopeKey, BpmnEventType.ERROR, errorCode);
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
  },

  complete() {
    return undefined;
  },
};
