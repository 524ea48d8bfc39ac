/** Starts an instance in the middle: the scopes around the chosen elements are opened without their own start events. */
import type { ExecutableElement } from '@waggle/bpmn';
import { BpmnElementType, bpmnElementTypeName, type ProcessInstanceValue, RejectionType } from '@waggle/protocol';
import { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import { RejectCommand, Rejection } from '../rejection.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { activated, activateElement, activating, elementValue } from './element-transitions.ts';
import { eventSubProcessStarts, openSubscriptions } from './event-subscriptions.ts';

/** Kinds that cannot be started by themselves. */
const UNSTARTABLE: ReadonlySet<BpmnElementType> = new Set([
  BpmnElementType.PROCESS,
  BpmnElementType.START_EVENT,
  BpmnElementType.BOUNDARY_EVENT,
  BpmnElementType.SEQUENCE_FLOW,
  BpmnElementType.EVENT_SUB_PROCESS,
]);

const STARTABLE_NAMES = Object.values(BpmnElementType)
  .filter((type) => type !== BpmnElementType.UNSPECIFIED && !UNSTARTABLE.has(type))
  .map(bpmnElementTypeName);

export function startAtElements(
  processing: Processing,
  instanceValue: ProcessInstanceValue,
  elementIds: readonly string[],
): void {
  const model = processing.models.get(instanceValue.processDefinitionKey);
  const elements = elementIds.map((id) => startableElement(model.elements, model.sequenceFlows, id));
  const scopes = new Map<ExecutableElement, ElementInstance>();
  const root = activating(processing, instanceValue.processInstanceKey, instanceValue);
  scopes.set(model.root, openScope(processing, model.root, root));
  for (const element of elements) {
    if (element.flowScope === undefined) continue;
    activateElement(processing, element, scopeInstance(processing, element.flowScope, scopes));
  }
}

function startableElement(
  elements: ReadonlyMap<string, ExecutableElement>,
  sequenceFlows: ReadonlyMap<string, unknown>,
  id: string,
): ExecutableElement {
  const element = elements.get(id);
  if (element === undefined && !sequenceFlows.has(id)) {
    throw refuse(
      `Expected to create instance of process with start instructions but no element found with id '${id}'.`,
    );
  }
  if (element === undefined || UNSTARTABLE.has(element.elementType)) {
    throw refuse(
      `Expected to create instance of process with start instructions but the element with id '${id}' targets unsupported element type '${bpmnElementTypeName(element?.elementType ?? BpmnElementType.SEQUENCE_FLOW)}'. Supported element types are: [${STARTABLE_NAMES.join(', ')}]`,
    );
  }
  const follower = element.incoming.find(({ source }) => source.elementType === BpmnElementType.EVENT_BASED_GATEWAY);
  if (follower !== undefined) {
    throw refuse(
      `Expected to create instance of process with start instructions but the element with id '${id}' belongs to an event-based gateway. The creation of elements belonging to an event-based gateway is not supported.`,
    );
  }
  return element;
}

function scopeInstance(
  processing: Processing,
  element: ExecutableElement,
  scopes: Map<ExecutableElement, ElementInstance>,
): ElementInstance {
  const present = scopes.get(element);
  if (present !== undefined) return present;
  if (element.flowScope === undefined) throw new Error(`Expected the scope '${element.id}' to be open already`);
  const outer = scopeInstance(processing, element.flowScope, scopes);
  const instance = activating(processing, processing.keys.next(), elementValue(element, outer));
  const opened = openScope(processing, element, instance);
  scopes.set(element, opened);
  return opened;
}

function openScope(processing: Processing, element: ExecutableElement, instance: ElementInstance): ElementInstance {
  const failure = openSubscriptions(processing, instance, [
    ...element.boundaryEvents,
    ...eventSubProcessStarts(element),
  ]);
  if (failure instanceof Failure) {
    throw refuse(`Expected to subscribe to catch event(s) of '${element.id}' but ${failure.message}`);
  }
  return activated(processing, instance);
}

function refuse(reason: string): RejectCommand {
  return new RejectCommand(new Rejection(RejectionType.INVALID_ARGUMENT, reason));
}
