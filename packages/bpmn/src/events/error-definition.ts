import { BpmnEventType } from '@waggle/protocol';
import type { Report } from '../finding-collector.ts';
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

/** The code this event throws or catches; `undefined` when there is no reference, no such error, or no code on it. */
export function errorCodeOf(use: Pick<EventUse, 'node' | 'xml'>): string | undefined {
  return use.node.definitions.errors.get(use.xml.attributes.get('errorRef') ?? '')?.attributes.get('errorCode');
}

function checkRefExists(use: EventUse, report: Report): void {
  const ref = use.xml.attributes.get('errorRef');
  if (ref !== undefined && !use.node.definitions.errors.has(ref)) {
    report(use.xml, `Expected errorRef to name a bpmn:error of the document, but there is none with the id '${ref}'.`);
  }
}

function checkCodeRequired(use: EventUse, report: Report): void {
  if (use.place === 'end' && !errorCodeOf(use)) {
    report(use.xml, 'Expected an error with an errorCode to throw; choose an error and give it a code.');
  }
}

function checkCodeStatic(use: EventUse, report: Report): void {
  const code = errorCodeOf(use);
  if (use.place !== 'end' && code !== undefined && isExpression(code)) {
    report(use.xml, `Expected a static errorCode where the error is caught, but '${code}' is an expression.`);
  }
}
