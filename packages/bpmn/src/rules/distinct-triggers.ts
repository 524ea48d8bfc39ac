/**
 * Events that are listened to at the same time must differ, or nobody could say which of them is triggered:
 * boundary events of one activity, start events of one process, event sub-processes of one scope.
 */
import { BpmnElementType, BpmnEventType } from '@waggle/protocol';
import type { FlowNode } from '../document/flow-node.ts';
import { startEventsOf } from '../elements/process.ts';
import { errorCodeOf } from '../events/error-definition.ts';
import type { EventUse } from '../events/event-definition-kind.ts';
import { eventUsesOf } from '../events/event-rules.ts';
import { messageNameOf } from '../events/message-definition.ts';
import type { Report } from '../finding-collector.ts';
import type { Rule } from './rule.ts';

export const distinctTriggerRules: readonly Rule<FlowNode>[] = [
  {
    id: 'message-name-distinct',
    check: (node, report) => {
      for (const events of competingEvents(node)) checkDistinctMessages(events, report);
    },
  },
  {
    id: 'error-code-distinct',
    check: (node, report) => {
      for (const events of competingEvents(node)) checkDistinctErrors(events, report);
    },
  },
];

export function checkDistinctMessages(events: readonly FlowNode[], report: Report): void {
  for (const [name, event] of repeated(events, BpmnEventType.MESSAGE, messageNameOf)) {
    report(event.xml, `Expected one event for the message '${name}', but another one here waits for it too.`);
  }
}

function checkDistinctErrors(events: readonly FlowNode[], report: Report): void {
  for (const [code, event] of repeated(events, BpmnEventType.ERROR, (use) => errorCodeOf(use) ?? '')) {
    const which = code === '' ? 'without error code' : `with the same error code '${code}'`;
    report(event.xml, `Multiple error catch events ${which} are not supported on the same scope.`);
  }
}

function competingEvents(node: FlowNode): FlowNode[][] {
  const eventSubProcesses = node.children.filter(
    (child) => child.kind.elementType === BpmnElementType.EVENT_SUB_PROCESS,
  );
  return [node.boundaryEvents, startEventsOf(node), eventSubProcesses.flatMap(startEventsOf)];
}

/** Every event whose trigger an earlier event has already. */
function repeated(
  events: readonly FlowNode[],
  eventType: BpmnEventType,
  triggerOf: (use: EventUse) => string | undefined,
): [trigger: string, event: FlowNode][] {
  const seen = new Set<string>();
  const found: [string, FlowNode][] = [];
  for (const event of events) {
    if (event.eventDefinitions[0]?.kind?.eventType !== eventType) continue;
    const trigger = eventUsesOf(event).map(triggerOf)[0];
    if (trigger === undefined) continue;
    if (seen.has(trigger)) found.push([trigger, event]);
    seen.add(trigger);
  }
  return found;
}
