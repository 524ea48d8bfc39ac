/**
 * Events that are listened to at the same time must differ, or nobody could say which of them is triggered:
 * boundary events of one activity, start events of one process, event sub-processes of one scope.
 */
import { BpmnElementType, BpmnEventType } from '@waggle/protocol';
import type { Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import { startEventsOf } from '../elements/process.ts';
import { conditionOf } from '../events/conditional-definition.ts';
import { errorCodeOf } from '../events/error-definition.ts';
import { escalationCodeOf } from '../events/escalation-definition.ts';
import type { EventUse } from '../events/event-definition-kind.ts';
import { eventUsesOf } from '../events/event-rules.ts';
import { messageNameOf } from '../events/message-definition.ts';
import { signalNameOf } from '../events/signal-definition.ts';
import type { Rule } from './rule.ts';

/** What tells two events of one type apart, and what to say when nothing does. */
interface Trigger {
  readonly eventType: BpmnEventType;
  /** `undefined` where there is nothing to compare, which other rules report. */
  readonly of: (use: EventUse) => string | undefined;
  readonly message: (trigger: string) => string;
}

const messageTrigger: Trigger = {
  eventType: BpmnEventType.MESSAGE,
  of: messageNameOf,
  message: (name) =>
    `Multiple message event definitions with the same name '${name}' are not allowed. Another event here waits for it too.`,
};

const signalTrigger: Trigger = {
  eventType: BpmnEventType.SIGNAL,
  of: signalNameOf,
  message: (name) =>
    `Multiple signal event definitions with the same name '${name}' are not allowed. Another event here waits for it too.`,
};

const errorTrigger: Trigger = {
  eventType: BpmnEventType.ERROR,
  of: (use) => errorCodeOf(use) ?? '',
  message: (code) => sameCode('error', code),
};

const escalationTrigger: Trigger = {
  eventType: BpmnEventType.ESCALATION,
  of: (use) => escalationCodeOf(use) ?? '',
  message: (code) => sameCode('escalation', code),
};

const conditionTrigger: Trigger = {
  eventType: BpmnEventType.CONDITIONAL,
  of: ({ xml }) => conditionOf(xml) || undefined,
  message: (condition) =>
    `Duplicate condition expression '${condition}' found in conditional start events. They must differ within a scope.`,
};

function sameCode(what: 'error' | 'escalation', code: string): string {
  return code === ''
    ? `The same scope can not contain more than one ${what} catch event without ${what} code. It catches all of them.`
    : `Multiple ${what} catch events with the same ${what} code '${code}' are not supported on the same scope.`;
}

export const distinctTriggerRules: readonly Rule<FlowNode>[] = [
  { id: 'message-name-distinct', check: (node, report) => checkAmong(competingEvents(node), messageTrigger, report) },
  { id: 'signal-name-distinct', check: (node, report) => checkAmong(competingEvents(node), signalTrigger, report) },
  { id: 'error-code-distinct', check: (node, report) => checkAmong(competingEvents(node), errorTrigger, report) },
  {
    id: 'escalation-code-distinct',
    check: (node, report) => checkAmong(competingEvents(node), escalationTrigger, report),
  },
  // Boundary events may share a condition: they belong to one activity and trigger in the order they are drawn.
  { id: 'condition-distinct', check: (node, report) => checkAmong(competingStarts(node), conditionTrigger, report) },
];

/** For events that are waited for in each other's company elsewhere. */
export function checkDistinctTriggers(events: readonly FlowNode[], report: Report): void {
  for (const trigger of [messageTrigger, signalTrigger]) checkAmong([events], trigger, report);
}

function checkAmong(groups: readonly (readonly FlowNode[])[], trigger: Trigger, report: Report): void {
  for (const events of groups) {
    for (const [text, event] of repeated(events, trigger)) report(event.xml, trigger.message(text));
  }
}

function competingEvents(node: FlowNode): FlowNode[][] {
  return [node.boundaryEvents, ...competingStarts(node)];
}

function competingStarts(node: FlowNode): FlowNode[][] {
  const eventSubProcesses = node.children.filter(
    (child) => child.kind.elementType === BpmnElementType.EVENT_SUB_PROCESS,
  );
  return [startEventsOf(node), eventSubProcesses.flatMap(startEventsOf)];
}

/** Every event whose trigger an earlier event has already. */
function repeated(
  events: readonly FlowNode[],
  { eventType, of: triggerOf }: Trigger,
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
