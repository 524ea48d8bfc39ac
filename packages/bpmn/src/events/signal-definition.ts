import { BpmnEventType } from '@waggle/protocol';
import type { Report, XmlElement } from '@waggle/xml';
import { expressionSource } from '../model/expression-source.ts';
import type { EventDefinitionKind, EventUse } from './event-definition-kind.ts';

export const signalDefinitionKind: EventDefinitionKind = {
  tag: 'bpmn:signalEventDefinition',
  eventType: BpmnEventType.SIGNAL,
  rules: [
    { id: 'signal-ref-exists', check: checkRefExists },
    { id: 'signal-name-required', check: checkNameRequired },
  ],
  read: (use) => ({ signal: { name: expressionSource(signalNameOf(use) ?? '') } }),
};

/** `undefined` when there is no signal or it has no name. */
export function signalNameOf(use: Pick<EventUse, 'node' | 'xml'>): string | undefined {
  return signalOf(use)?.attributes.get('name') || undefined;
}

function signalOf(use: Pick<EventUse, 'node' | 'xml'>): XmlElement | undefined {
  return use.node.definitions.signals.get(use.xml.attributes.get('signalRef') ?? '');
}

function checkRefExists(use: EventUse, report: Report): void {
  const ref = use.xml.attributes.get('signalRef');
  if (ref === undefined) {
    report(use.xml, 'Must reference a signal. Choose the signal to throw or to wait for.');
  } else if (signalOf(use) === undefined) {
    report(use.xml, `Must reference a signal. The document has none with the id '${ref}'.`);
  }
}

function checkNameRequired(use: EventUse, report: Report): void {
  const signal = signalOf(use);
  if (signal !== undefined && !signal.attributes.get('name')?.trim()) {
    report(signal, 'Name must be present and not empty');
  }
}
