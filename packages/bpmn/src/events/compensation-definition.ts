import { BpmnElementType, BpmnEventType } from '@waggle/protocol';
import { booleanAttribute, type Report } from '@waggle/xml';
import { type FlowNode, nodesOf, processOf } from '../document/flow-node.ts';
import { indexOfScope } from '../document/scope-index.ts';
import type { EventDefinitionKind, EventUse } from './event-definition-kind.ts';

export const compensationDefinitionKind: EventDefinitionKind = {
  tag: 'bpmn:compensateEventDefinition',
  eventType: BpmnEventType.COMPENSATION,
  unsupportedAt: ['process-start', 'event-sub-process-start', 'sub-process-start'],
  // The handlers may wait.
  loopRole: 'waits',
  rules: [
    { id: 'compensation-handler-required', check: checkHandler },
    { id: 'compensation-activity-valid', check: checkActivity },
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
    .map((scope) => activitiesOf(scope).get(ref))
    .find((activity) => activity !== undefined);
}

const activitiesOf = indexOfScope((scope) => byId(scope.children.filter(({ kind }) => kind.isActivity)));
const allActivitiesOf = indexOfScope((process) => byId(nodesOf(process).filter(({ kind }) => kind.isActivity)));

function byId(nodes: readonly FlowNode[]): ReadonlyMap<string, FlowNode> {
  return new Map(nodes.map((node) => [node.id, node]));
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
  if (node.outgoing.length > 0 || node.associated.length === 0) {
    report(
      xml,
      'Compensation boundary events must have a compensation association and no outgoing sequence flows. It leads to the activity that compensates.',
    );
    return;
  }
  const handlers = handlersOf(node);
  if (handlers.length !== 1 || handlers[0]?.scope !== node.scope) {
    report(
      xml,
      `Expected one association from '${node.id}' to an activity of its scope that is for compensation (isForCompensation), but found ${handlers.length}.`,
    );
  }
}

function checkActivity({ node, xml, place }: EventUse, report: Report): void {
  const ref = activityRefOf(node);
  if (place === 'boundary' || ref === undefined) return;
  const activity = compensatedActivityOf(node);
  if (activity === undefined) {
    const exists = allActivitiesOf(processOf(node)).has(ref);
    const problem = exists ? 'must be in the same scope as the compensation throw event.' : "doesn't exist.";
    report(xml, `The referenced compensation activity '${ref}' ${problem}`);
  } else if (!activity.kind.isScope && !activity.boundaryEvents.some(isCompensation)) {
    report(
      xml,
      `The referenced compensation activity '${ref}' must have either a compensation boundary event or be a subprocess.`,
    );
  }
}

function checkWaits({ xml, place }: EventUse, report: Report): void {
  if (place !== 'boundary' && !booleanAttribute(xml, 'waitForCompletion', true)) {
    const event = place === 'end' ? 'end event' : 'intermediate throwing event';
    report(xml, `A compensation ${event} waitForCompletion attribute must be true or not present.`);
  }
}
