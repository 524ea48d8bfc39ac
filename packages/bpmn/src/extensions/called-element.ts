import { booleanAttribute, type Report, type XmlElement } from '@waggle/xml';
import { expressionSource } from '../model/expression-source.ts';
import type { CalledElement } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { extensionsNamed } from './extensions-named.ts';
import { bindingRules, readBinding } from './resource-binding.ts';

export function readCalledElement(element: XmlElement): CalledElement | undefined {
  const called = extensionsNamed(element, 'zeebe:calledElement')[0];
  if (called === undefined) return undefined;
  const businessId = called.attributes.get('businessId');
  return {
    processId: expressionSource(called.attributes.get('processId') ?? ''),
    ...readBinding(called),
    // An empty text is a choice: the called instance has no business id then.
    businessId: businessId === undefined ? undefined : expressionSource(businessId),
    propagateAllChildVariables: booleanAttribute(called, 'propagateAllChildVariables', true),
    propagateAllParentVariables: booleanAttribute(called, 'propagateAllParentVariables', true),
  };
}

export const calledElementRules: readonly Rule<XmlElement>[] = [
  { id: 'called-element-process-id-required', check: checkProcessId },
  { id: 'called-element-business-id-length', check: checkBusinessId },
  ...bindingRules,
];

function checkProcessId(called: XmlElement, report: Report): void {
  if (!called.attributes.get('processId')?.trim()) {
    report(called, 'Expected the id of the process to call, static or as an expression; set processId.');
  }
}

/** Section 1.11 of the engine semantics: also what the API accepts. */
const businessIdLengthMax = 256;

function checkBusinessId(called: XmlElement, report: Report): void {
  const { isExpression, text } = expressionSource(called.attributes.get('businessId') ?? '');
  if (!isExpression && text.length > businessIdLengthMax) {
    report(called, `Expected a businessId of at most ${businessIdLengthMax} characters, but it has ${text.length}.`);
  }
}
