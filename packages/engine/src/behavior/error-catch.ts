/** Finds who catches an error: from where it is thrown outwards, over call activities too. */
import type { ExecutableElement } from '@waggle/bpmn';
import { BpmnEventType, type Key, NO_KEY } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { type ElementInstance, isActivated } from '../state/element-instance.ts';

export interface ErrorCatch {
  readonly instance: ElementInstance;
  readonly event: ExecutableElement;
}

/** What was found, or which codes would have been caught, for the incident's message. */
export type ErrorCatchSearch = ErrorCatch | { readonly catchableCodes: readonly string[] };

export function findErrorCatch(processing: Processing, startKey: Key, errorCode: string): ErrorCatchSearch {
  const catchableCodes: string[] = [];
  let instance = processing.state.elementInstances.get(startKey);
  while (instance !== undefined) {
    if (isActivated(instance) && instance.interruptedBy === '') {
      const element = processing.models.elementOf(instance.value);
      const events = errorEvents(element);
      const event =
        events.find(({ error }) => codeOf(error) === errorCode) ?? events.find(({ error }) => codeOf(error) === '');
      if (event !== undefined) return { instance, event };
      catchableCodes.push(...events.map(({ error }) => codeOf(error)));
      instance = enclosing(processing, instance);
    } else {
      // An instance that is leaving catches nothing, and neither does what encloses it in this process; a caller may.
      instance = processing.state.elementInstances.get(instance.value.parentElementInstanceKey);
    }
  }
  return { catchableCodes };
}

/** Error events of an element; event sub-processes come first because they win over boundary events of the same code. */
function errorEvents(element: ExecutableElement): readonly ExecutableElement[] {
  const starts = element.eventSubProcesses.flatMap(({ startEvents }) => startEvents);
  return [...starts, ...element.boundaryEvents].filter(({ eventType }) => eventType === BpmnEventType.ERROR);
}

function codeOf(error: ExecutableElement['error']): string {
  return error?.code?.text ?? '';
}

function enclosing(processing: Processing, instance: ElementInstance): ElementInstance | undefined {
  const { flowScopeKey, parentElementInstanceKey } = instance.value;
  return processing.state.elementInstances.get(flowScopeKey === NO_KEY ? parentElementInstanceKey : flowScopeKey);
}
