import type { Report } from '../finding-collector.ts';
import { expressionSource, isExpression } from '../model/expression-source.ts';
import type { VariableMapping } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { childrenNamed, extensionsNamed, type XmlElement } from '../xml/xml-element.ts';

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
      source: expressionSource(mapping.attributes.get('source') ?? ''),
      target: mapping.attributes.get('target') ?? '',
    }));
}

export const inputRules: readonly Rule<XmlElement>[] = [
  { id: 'mapping-source-required', check: checkSource },
  { id: 'mapping-target-path', check: checkTarget },
];

export const outputRules: readonly Rule<XmlElement>[] = [
  ...inputRules,
  { id: 'mapping-output-source-expression', check: checkOutputSource },
];

const path = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;

/** Names FEEL reads as something else, so a variable of that name could never be used. */
const reservedWords: ReadonlySet<string> = new Set(
  'null true false function if then else for between instance of'.split(' '),
);

function checkSource(mapping: XmlElement, report: Report): void {
  if (!mapping.attributes.get('source')) report(mapping, 'Expected the mapping to have a source.');
}

function checkTarget(mapping: XmlElement, report: Report): void {
  const target = mapping.attributes.get('target') ?? '';
  if (!path.test(target) || reservedWords.has(target)) {
    report(
      mapping,
      `Expected the mapping's target to be a variable name or a path such as 'order.id', but it is '${target}'.`,
    );
  }
}

function checkOutputSource(mapping: XmlElement, report: Report): void {
  const source = mapping.attributes.get('source');
  if (source && !isExpression(source)) {
    report(mapping, `Expected the source of an output to be an expression, but it is '${source}'; write '=${source}'.`);
  }
}
