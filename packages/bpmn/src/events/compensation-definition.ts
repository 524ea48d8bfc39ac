import { BpmnElementType, BpmnEventType } from '@waggle/protocol';
import type { FlowNode } from '../document/flow-node.ts';
import type { Report } from '../finding-collector.ts';
import { booleanAttribute } from '../xml/xml-element.ts';
import type { EventDefinitionKind, EventUse } from './event-definition-kind.ts';

export const compensationDefinitionKind: EventDefinitionKind = {
  tag: 'bpmn:compensateEventDefinition',
  eventType: BpmnEventType.COMPENSATION,
  unsupportedAt: ['process-start', 'event-sub-process-start'],
  // The handlers may wait.
  loopRole: 'waits',
  rules: [
    { id: 'compensation-handler-required', check: checkHandler },
    { id: 'compensation-activity-exists', check: checkActivity },
    { id: 'compensation-waits', check: checkWaits },
  ],
  // Handler and activity are other elements, which are linked when all are read.
  read: () => ({}),
};

/** What undoes an activity: where the association of its compensation boundary event leads. */
export function compensationHandlerOf(activity: FlowNode): FlowNode | undefined {
  return activity.boundaryEvents.filter(isCompensation).flatMap(handlersOf)[0];
}

function handlersOf(boundaryEvent: FlowNode): FlowNode[] {
  return boundaryEvent.associated.filter(isForCompensation);
}

export function isCompensation(node: FlowNode): boolean {
  return node.eventDefinitions[0]?.kind === compensationDefinitionKind;
}

export function isForCompensation(node: FlowNode): boolean {
  return booleanAttribute(node.xml, 'isForCompensation', false);
}

/** What a compensation throw or end event names; `undefined` when it compensates all of its scope. */
export function compensatedActivityOf(node: FlowNode): FlowNode | undefined {
  const ref = isCompensation(node) ? activityRefOf(node) : undefined;
  if (ref === undefined) return undefined;
  return compensableScopesOf(node)
    .flatMap((scope) => scope.children)
    .find((child) => child.id === ref && child.kind.isActivity);
}

/** An event sub-process undoes what the scope around it has done. */
function compensableScopesOf({ scope }: FlowNode): FlowNode[] {
  if (scope === undefined) return [];
  const isEventSubProcess = scope.kind.elementType === BpmnElementType.EVENT_SUB_PROCESS;
  return isEventSubProcess && scope.scope !== undefined ? [scope, scope.scope] : [scope];
}

function activityRefOf(node: FlowNode): string | undefined {
  return node.eventDefinitions[0]?.xml.attributes.get('activityRef') || undefined;
}

function checkHandler({ node, xml, place }: EventUse, report: Report): void {
  if (place !== 'boundary') return;
  const handlers = handlersOf(node);
  if (handlers.length !== 1) {
    report(
      xml,
      `Expected one association from '${node.id}' to the activity that compensates (isForCompensation), but found ${handlers.length}.`,
    );
  }
}

function checkActivity({ node, xml, place }: EventUse, report: Report): void {
  if (place === 'boundary' || activityRefOf(node) === undefined) return;
  if (compensatedActivityOf(node) === undefined) {
    report(xml, `Expected activityRef to name an activity of the same scope, but '${activityRefOf(node)}' is none.`);
  }
}

function checkWaits({ xml, place }: EventUse, report: Report): void {
  if (place !== 'boundary' && !booleanAttribute(xml, 'waitForCompletion', true)) {
    report(xml, 'Expected waitForCompletion to be true: a compensation event completes after its handlers.');
  }
}
