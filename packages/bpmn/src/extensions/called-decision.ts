import type { Report, XmlElement } from '@waggle/xml';
import { expressionSource } from '../model/expression-source.ts';
import type { CalledDecision } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { extensionsNamed } from './extensions-named.ts';
import { bindingRules, readBinding } from './resource-binding.ts';

export function readCalledDecision(element: XmlElement): CalledDecision | undefined {
  const called = extensionsNamed(element, 'zeebe:calledDecision')[0];
  if (called === undefined) return undefined;
  return {
    decisionId: expressionSource(called.attributes.get('decisionId') ?? ''),
    ...readBinding(called),
    resultVariable: called.attributes.get('resultVariable') ?? '',
  };
}

export const calledDecisionRules: readonly Rule<XmlElement>[] = [
  { id: 'called-decision-complete', check: checkComplete },
  ...bindingRules,
];

function checkComplete(called: XmlElement, report: Report): void {
  for (const attribute of ['decisionId', 'resultVariable']) {
    if (!called.attributes.get(attribute)?.trim()) {
      report(called, `Attribute '${attribute}' must be present and not empty.`);
    }
  }
}
