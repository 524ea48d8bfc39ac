import type { Report, XmlElement } from '@waggle/xml';
import { expressionSource, optionalExpression } from '../model/expression-source.ts';
import type { ExpressionSource } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { extensionsNamed } from './extensions-named.ts';

/** `zeebe:jobPriorityDefinition` of an element or of the process. */
export function readJobPriority(element: XmlElement): ExpressionSource | undefined {
  const priority = extensionsNamed(element, 'zeebe:jobPriorityDefinition')[0]?.attributes.get('priority');
  return optionalExpression(priority);
}

export const jobPriorityRules: readonly Rule<XmlElement>[] = [{ id: 'job-priority-number', check: checkPriority }];

/** Priorities are 32-bit in records and protocols. */
const [priorityMin, priorityMax] = [-(2 ** 31), 2 ** 31 - 1];

function checkPriority(definition: XmlElement, report: Report): void {
  const { isExpression, text } = expressionSource(definition.attributes.get('priority') ?? '');
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!isExpression && text.trim() !== '' && !(value >= priorityMin && value <= priorityMax)) {
    report(
      definition,
      `Expected 'priority' to be a literal integer or a FEEL expression (starting with '='), but got '${text}'. It has 32 bits.`,
    );
  }
}
