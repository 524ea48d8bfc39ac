import { BpmnEventType } from '@waggle/protocol';
import type { Report } from '@waggle/xml';
import { expressionSource, isExpression } from '../model/expression-source.ts';
import type { EventDefinitionKind, EventUse } from './event-definition-kind.ts';

export const errorDefinitionKind: EventDefinitionKind = {
  tag: 'bpmn:errorEventDefinition',
  eventType: BpmnEventType.ERROR,
  rules: [
    { id: 'error-ref-exists', check: checkRefExists },
    { id: 'error-code-required', check: checkCodeRequired },
    { id: 'error-code-static', check: checkCodeStatic },
  ],
  read: (use) => {
    const code = errorCodeOf(use);
    // An empty code catches everything, like no reference at all.
    return { error: { code: code ? expressionSource(code) : undefined } };
  },
};

function errorRefOf({ xml }: Pick<EventUse, 'xml'>): string | undefined {
  return xml.attributes.get('errorRef');
}

/** The code this event throws or catches; `undefined` when there is no reference, no such error, or no code on it. */
export function errorCodeOf(use: Pick<EventUse, 'node' | 'xml'>): string | undefined {
  return use.node.definitions.errors.get(errorRefOf(use) ?? '')?.attributes.get('errorCode');
}

function checkRefExists(use: EventUse, report: Report): void {
  const ref = errorRefOf(use);
  if (ref !== undefined && !use.node.definitions.errors.has(ref)) {
    report(use.xml, `Must reference an error. The document has none with the id '${ref}'.`);
  }
}

function checkCodeRequired(use: EventUse, report: Report): void {
  if (use.place !== 'end') return;
  const ref = errorRefOf(use);
  if (ref === undefined) {
    report(use.xml, 'Must reference an error. Choose the error to throw.');
  } else if (use.node.definitions.errors.has(ref) && !errorCodeOf(use)) {
    report(use.xml, `Expected the error '${ref}' to have an errorCode, as it is thrown here; give it one.`);
  }
}

function checkCodeStatic(use: EventUse, report: Report): void {
  const code = errorCodeOf(use);
  if (use.place !== 'end' && code !== undefined && isExpression(code)) {
    report(use.xml, `Expected a static errorCode where the error is caught, but '${code}' is an expression.`);
  }
}
