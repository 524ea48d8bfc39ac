import type { Report, XmlElement } from '@waggle/xml';
import { expressionSource } from '../model/expression-source.ts';
import type { ScriptDefinition } from '../model.ts';
import { checkIsExpression } from '../rules/check-is-expression.ts';
import type { Rule } from '../rules/rule.ts';
import { extensionsNamed } from './extensions-named.ts';

export function readScript(element: XmlElement): ScriptDefinition | undefined {
  const script = extensionsNamed(element, 'zeebe:script')[0];
  if (script === undefined) return undefined;
  return {
    expression: expressionSource(script.attributes.get('expression') ?? ''),
    resultVariable: script.attributes.get('resultVariable') ?? '',
  };
}

export const scriptRules: readonly Rule<XmlElement>[] = [
  { id: 'script-expression-required', check: checkExpression },
  { id: 'script-result-variable-required', check: checkResultVariable },
];

function checkExpression(script: XmlElement, report: Report): void {
  checkIsExpression(script, script.attributes.get('expression'), report);
}

function checkResultVariable(script: XmlElement, report: Report): void {
  if (!script.attributes.get('resultVariable')?.trim()) {
    report(script, 'Expected a variable for the result of the script; set resultVariable.');
  }
}
