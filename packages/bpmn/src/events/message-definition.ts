import { BpmnEventType } from '@waggle/protocol';
import type { Report, XmlElement } from '@waggle/xml';
import { extensionsNamed } from '../extensions/extensions-named.ts';
import { readJob } from '../extensions/task-definition.ts';
import { expressionSource } from '../model/expression-source.ts';
import type { MessageDefinition } from '../model.ts';
import { checkIsExpression } from '../rules/check-is-expression.ts';
import type { Rule } from '../rules/rule.ts';
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
  // Who throws a message leaves it to a worker, who waits for one waits.
  loopRole: 'waits',
  rules: [...messageRules, { id: 'message-throw-task-definition-required', check: checkTaskDefinition }],
  read: (use) => (isThrown(use) ? { job: readJob(use.node.xml) } : { message: readMessage(use) }),
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
  return subscriptionsOf(message)[0]?.attributes.get('correlationKey');
}

function subscriptionsOf(message: XmlElement): XmlElement[] {
  return extensionsNamed(message, 'zeebe:subscription');
}

function isThrown({ place }: EventUse): boolean {
  return place === 'intermediate-throw' || place === 'end';
}

/** A new instance is not found by a key, and who throws a message waits for none. */
function needsCorrelationKey(use: EventUse): boolean {
  return use.place !== 'process-start' && !isThrown(use);
}

function checkTaskDefinition(use: EventUse, report: Report): void {
  if (isThrown(use) && extensionsNamed(use.node.xml, 'zeebe:taskDefinition').length !== 1) {
    report(
      use.node.xml,
      "Must have exactly one 'zeebe:taskDefinition' extension element. It names the type of the job that sends the message.",
    );
  }
}

/** What is thrown is the worker's business; the message is only drawn. */
function checkRefExists(use: EventUse, report: Report): void {
  if (isThrown(use)) return;
  const ref = use.xml.attributes.get('messageRef');
  if (ref === undefined) {
    report(use.xml, 'Must reference a message. Choose the message to wait for.');
  } else if (messageOf(use) === undefined) {
    report(use.xml, `Must reference a message. The document has none with the id '${ref}'.`);
  }
}

function checkNameRequired(use: EventUse, report: Report): void {
  const message = isThrown(use) ? undefined : messageOf(use);
  if (message !== undefined && !message.attributes.get('name')) {
    report(message, 'Name must be present and not empty');
  }
}

function checkCorrelationKeyRequired(use: EventUse, report: Report): void {
  const message = messageOf(use);
  if (message !== undefined && needsCorrelationKey(use) && subscriptionsOf(message).length !== 1) {
    report(
      message,
      `Must have exactly one zeebe:subscription extension element. Its correlationKey finds the instance in which '${use.node.id}' waits.`,
    );
  }
}

function checkCorrelationKeyExpression(use: EventUse, report: Report): void {
  const message = messageOf(use);
  if (message === undefined || !needsCorrelationKey(use)) return;
  for (const subscription of subscriptionsOf(message)) {
    checkIsExpression(message, subscription.attributes.get('correlationKey'), report);
  }
}
