import type { Report } from '../finding-collector.ts';
import { expressionSource } from '../model/expression-source.ts';
import type { CalledElement } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { booleanAttribute, extensionsNamed, type XmlElement } from '../xml/xml-element.ts';

export function readCalledElement(element: XmlElement): CalledElement | undefined {
  const called = extensionsNamed(element, 'zeebe:calledElement')[0];
  if (called === undefined) return undefined;
  return {
    processId: expressionSource(called.attributes.get('processId') ?? ''),
    bindingType: bindingTypeOf(called) ?? 'latest',
    versionTag: called.attributes.get('versionTag') || undefined,
    businessId: undefined,
    propagateAllChildVariables: booleanAttribute(called, 'propagateAllChildVariables', true),
    propagateAllParentVariables: booleanAttribute(called, 'propagateAllParentVariables', true),
  };
}

const bindingTypes: readonly CalledElement['bindingType'][] = ['latest', 'deployment', 'versionTag'];

function bindingTypeOf(called: XmlElement): CalledElement['bindingType'] | undefined {
  const value = called.attributes.get('bindingType') ?? 'latest';
  return bindingTypes.find((type) => type === value);
}

export const calledElementRules: readonly Rule<XmlElement>[] = [
  { id: 'called-element-process-id-required', check: checkProcessId },
  { id: 'binding-type-valid', check: checkBindingType },
  { id: 'binding-version-tag-required', check: checkVersionTag },
  { id: 'unsupported-feature', check: checkBusinessId },
];

function checkProcessId(called: XmlElement, report: Report): void {
  if (!called.attributes.get('processId')?.trim()) {
    report(called, 'Expected the id of the process to call, static or as an expression; set processId.');
  }
}

function checkBindingType(called: XmlElement, report: Report): void {
  if (bindingTypeOf(called) === undefined) {
    const value = called.attributes.get('bindingType');
    report(called, `Expected bindingType to be one of ${bindingTypes.join(', ')}, but it is '${value}'.`);
  }
}

function checkVersionTag(called: XmlElement, report: Report): void {
  if (bindingTypeOf(called) === 'versionTag' && !called.attributes.get('versionTag')?.trim()) {
    report(called, "Expected a version tag for the bindingType 'versionTag'; set versionTag.");
  }
}

function checkBusinessId(called: XmlElement, report: Report): void {
  if (called.attributes.has('businessId')) {
    report(called, 'A businessId on zeebe:calledElement is not supported; remove the attribute.');
  }
}
