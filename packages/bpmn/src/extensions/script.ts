import type { Report } from '../finding-collector.ts';
import { expressionSource, isExpression } from '../model/expression-source.ts';
import type { ScriptDefinition } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { extensionsNamed, type XmlElement } from '../xml/xml-element.ts';

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
  const text = script.attributes.get('expression') ?? '';
  if (!isExpression(text)) {
    report(script, `Expected the script's expression to be FEEL that begins with '=', but it is '${text}'.`);
  }
}

function checkResultVariable(script: XmlElement, report: Report): void {
  if (!script.attributes.get('resultVariable')?.trim()) {
    report(script, 'Expected a variable for the result of the script; set resultVariable.');
  }
}
