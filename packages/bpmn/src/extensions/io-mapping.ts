import { childrenNamed, type Report, type XmlElement } from '@waggle/xml';
import { expressionSource } from '../model/expression-source.ts';
import type { VariableMapping } from '../model.ts';
import { checkIsExpression } from '../rules/check-is-expression.ts';
import type { Rule } from '../rules/rule.ts';
import { extensionsNamed } from './extensions-named.ts';

/** An input without source gives the variable the value null. An output has to have one. */
const missingSource = '=null';

export function readInputMappings(element: XmlElement): VariableMapping[] {
  return readMappings(element, 'zeebe:input');
}

export function readOutputMappings(element: XmlElement): VariableMapping[] {
  return readMappings(element, 'zeebe:output');
}

function readMappings(element: XmlElement, name: 'zeebe:input' | 'zeebe:output'): VariableMapping[] {
  return extensionsNamed(element, 'zeebe:ioMapping')
    .flatMap((ioMapping) => childrenNamed(ioMapping, name))
    .map((mapping) => ({
      source: expressionSource(mapping.attributes.get('source') || missingSource),
      target: mapping.attributes.get('target') ?? '',
    }));
}

export const inputRules: readonly Rule<XmlElement>[] = [{ id: 'mapping-target-path', check: checkTarget }];

export const outputRules: readonly Rule<XmlElement>[] = [
  ...inputRules,
  { id: 'mapping-output-source-expression', check: checkOutputSource },
];

const path = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;

/** Names FEEL reads as something else, so a variable of that name could never be used. */
const reservedWords: ReadonlySet<string> = new Set(
  'null true false function if then else for between instance of'.split(' '),
);

function checkTarget(mapping: XmlElement, report: Report): void {
  const target = mapping.attributes.get('target') ?? '';
  if (!path.test(target)) {
    report(mapping, `Expected path expression '${target}' but doesn't match the pattern '${path.source}'.`);
  } else if (reservedWords.has(target)) {
    const words = [...reservedWords].join(', ');
    report(mapping, `Expected path expression '${target}' but it is one of the reserved words (${words}).`);
  }
}

function checkOutputSource(mapping: XmlElement, report: Report): void {
  checkIsExpression(mapping, mapping.attributes.get('source'), report);
}
