import { BpmnElementType, BpmnEventType } from '@waggle/protocol';
import type { Report } from '@waggle/xml';
import { expressionSource, isExpression } from '../model/expression-source.ts';
import type { EventDefinitionKind, EventUse } from './event-definition-kind.ts';
import type { EventPlace } from './event-place.ts';

export const escalationDefinitionKind: EventDefinitionKind = {
  tag: 'bpmn:escalationEventDefinition',
  eventType: BpmnEventType.ESCALATION,
  rules: [
    { id: 'escalation-ref-exists', check: checkRefExists },
    { id: 'escalation-code-required', check: checkCodeRequired },
    { id: 'escalation-code-static', check: checkCodeStatic },
    { id: 'escalation-boundary-host', check: checkBoundaryHost },
  ],
  read: (use) => {
    const code = escalationCodeOf(use);
    // An empty code catches everything, like no reference at all.
    return { escalation: { code: code ? expressionSource(code) : undefined } };
  },
};

function escalationRefOf({ xml }: Pick<EventUse, 'xml'>): string | undefined {
  return xml.attributes.get('escalationRef');
}

/** The code this event throws or catches; `undefined` when there is no reference, no such escalation, or no code on it. */
export function escalationCodeOf(use: Pick<EventUse, 'node' | 'xml'>): string | undefined {
  return use.node.definitions.escalations.get(escalationRefOf(use) ?? '')?.attributes.get('escalationCode');
}

function isThrown(place: EventPlace): boolean {
  return place === 'intermediate-throw' || place === 'end';
}

function checkRefExists(use: EventUse, report: Report): void {
  const ref = escalationRefOf(use);
  if (ref !== undefined && !use.node.definitions.escalations.has(ref)) {
    report(use.xml, `Must reference an escalation. The document has none with the id '${ref}'.`);
  }
}

function checkCodeRequired(use: EventUse, report: Report): void {
  if (!isThrown(use.place)) return;
  const ref = escalationRefOf(use);
  if (ref === undefined) {
    report(use.xml, 'Must reference an escalation. Choose the escalation to throw.');
  } else if (use.node.definitions.escalations.has(ref) && !escalationCodeOf(use)) {
    report(use.xml, `EscalationCode must be present and not empty. '${ref}' is thrown here; give it a code.`);
  }
}

/** Nothing else can hold what throws one. */
function checkBoundaryHost({ node, xml, place }: EventUse, report: Report): void {
  const host = node.attachedTo;
  if (place !== 'boundary' || host === undefined) return;
  if (!host.kind.isScope && host.kind.elementType !== BpmnElementType.CALL_ACTIVITY) {
    report(
      xml,
      `An escalation boundary event should only be attached to a subprocess, or a call activity. '${host.id}' is none.`,
    );
  }
}

function checkCodeStatic(use: EventUse, report: Report): void {
  const code = escalationCodeOf(use);
  if (!isThrown(use.place) && code !== undefined && isExpression(code)) {
    report(
      use.xml,
      `The escalationCode of the escalation catch event is not allowed to be an expression. It is '${code}'.`,
    );
  }
}
