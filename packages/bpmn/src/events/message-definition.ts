import { BpmnEventType } from '@waggle/protocol';
import type { Report } from '../finding-collector.ts';
import { expressionSource, isExpression } from '../model/expression-source.ts';
import type { MessageDefinition } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { extensionsNamed, type XmlElement } from '../xml/xml-element.ts';
import type { EventDefinitionKind, EventUse } from './event-definition-kind.ts';

/** Also the receive task's rules: it names its message itself, without an event definition between. */
export const messageRules: readonly Rule<EventUse>[] = [
  { id: 'message-ref-exists', check: checkRefExists },
  { id: 'message-name-required', check: checkNameRequired },
  { id: 'message-correlation-key-required', check: checkCorrelationKeyRequired },
  { id: 'message-correlation-key-expression', check: checkCorrelationKeyExpression },
];

export const messageDefinitionKind: EventDefinitionKind = {
  tag: 'bpmn:messageEventDefinition',
  eventType: BpmnEventType.MESSAGE,
  // Throwing a message is a job, which comes with a later change.
  unsupportedAt: ['intermediate-throw', 'end'],
  rules: messageRules,
  read: (use) => ({ message: readMessage(use) }),
};

export function readMessage(use: EventUse): MessageDefinition {
  const message = messageOf(use);
  const correlationKey = message && correlationKeyOf(message);
  return {
    name: expressionSource(message?.attributes.get('name') ?? ''),
    correlationKey:
      correlationKey === undefined || !needsCorrelationKey(use) ? undefined : expressionSource(correlationKey),
  };
}

/** `undefined` when there is no message or it has no name. */
export function messageNameOf(use: Pick<EventUse, 'node' | 'xml'>): string | undefined {
  return messageOf(use)?.attributes.get('name') || undefined;
}

function messageOf(use: Pick<EventUse, 'node' | 'xml'>): XmlElement | undefined {
  return use.node.definitions.messages.get(use.xml.attributes.get('messageRef') ?? '');
}

function correlationKeyOf(message: XmlElement): string | undefined {
  return extensionsNamed(message, 'zeebe:subscription')[0]?.attributes.get('correlationKey');
}

/** A new instance is not found by a key, and who throws a message waits for none. */
function needsCorrelationKey({ place }: EventUse): boolean {
  return place !== 'process-start' && place !== 'intermediate-throw' && place !== 'end';
}

function checkRefExists(use: EventUse, report: Report): void {
  const ref = use.xml.attributes.get('messageRef');
  if (ref === undefined) {
    report(use.xml, 'Expected a message to wait for, but messageRef is missing; choose a message.');
  } else if (messageOf(use) === undefined) {
    report(
      use.xml,
      `Expected messageRef to name a bpmn:message of the document, but there is none with the id '${ref}'.`,
    );
  }
}

function checkNameRequired(use: EventUse, report: Report): void {
  const message = messageOf(use);
  if (message !== undefined && !message.attributes.get('name')) {
    report(message, 'Expected the message to have a name; a published message is matched by it.');
  }
}

function checkCorrelationKeyRequired(use: EventUse, report: Report): void {
  const message = messageOf(use);
  if (message !== undefined && needsCorrelationKey(use) && !correlationKeyOf(message)) {
    report(
      message,
      `Expected a zeebe:subscription with a correlationKey, because '${use.node.id}' waits for this message in a running instance.`,
    );
  }
}

function checkCorrelationKeyExpression(use: EventUse, report: Report): void {
  const message = messageOf(use);
  const key = message && correlationKeyOf(message);
  if (message !== undefined && key && needsCorrelationKey(use) && !isExpression(key)) {
    report(message, `Expected correlationKey to be an expression, but it is '${key}'; write '=${key}'.`);
  }
}
