/** Finds who catches an error or an escalation: from where it is thrown outwards, over call activities too. */
import type { ExecutableElement } from '@waggle/bpmn';
import { BpmnElementType, BpmnEventType, type Key, NO_KEY } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { type ElementInstance, isActivated } from '../../state/element-instance.ts';

/** Kinds of event that are caught by a code, further out than they are thrown. */
export type ThrownKind = typeof BpmnEventType.ERROR | typeof BpmnEventType.ESCALATION;

export interface CaughtBy {
  readonly instance: ElementInstance;
  readonly event: ExecutableElement;
}

/** What was found, or which codes would have been caught, for the incident's message. */
export type CatchSearch = CaughtBy | { readonly catchableCodes: readonly string[] };

export function findCatch(processing: Processing, startKey: Key, kind: ThrownKind, code: string): CatchSearch {
  const catchableCodes: string[] = [];
  let inner: ElementInstance | undefined;
  let instance = processing.state.elementInstances.get(startKey);
  while (instance !== undefined) {
    if (isActivated(instance) && instance.interruptedBy === '') {
      const events = catchingEvents(processing.models.elementOf(instance.value), kind, inner);
      const event = events.find((each) => codeOf(each) === code) ?? events.find((each) => codeOf(each) === '');
      if (event !== undefined) return { instance, event };
      catchableCodes.push(...events.map(codeOf));
      inner = instance;
      instance = enclosing(processing, instance);
    } else {
      // An instance that is leaving catches nothing, and neither does what encloses it in this process; a caller may.
      inner = undefined;
      instance = processing.state.elementInstances.get(instance.value.parentElementInstanceKey);
    }
  }
  return { catchableCodes };
}

/** Event sub-processes come first because they win over boundary events of the same code. */
function catchingEvents(
  element: ExecutableElement,
  kind: ThrownKind,
  inner: ElementInstance | undefined,
): readonly ExecutableElement[] {
  // What an event sub-process throws is meant for those around it; catching it itself, it would start itself for ever.
  const throwingId = inner?.value.bpmnElementType === BpmnElementType.EVENT_SUB_PROCESS ? inner.value.elementId : '';
  const starts = element.eventSubProcesses.flatMap(({ id, startEvents }) => (id === throwingId ? [] : startEvents));
  return [...starts, ...element.boundaryEvents].filter(({ eventType }) => eventType === kind);
}

function codeOf({ eventType, error, escalation }: ExecutableElement): string {
  const definition = eventType === BpmnEventType.ERROR ? error : escalation;
  return definition?.code?.text ?? '';
}

function enclosing(processing: Processing, instance: ElementInstance): ElementInstance | undefined {
  const { flowScopeKey, parentElementInstanceKey } = instance.value;
  return processing.state.elementInstances.get(flowScopeKey === NO_KEY ? parentElementInstanceKey : flowScopeKey);
}
