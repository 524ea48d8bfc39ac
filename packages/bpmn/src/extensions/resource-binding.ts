import type { Report, XmlElement } from '@waggle/xml';
import type { ResourceBinding } from '../model.ts';
import type { Rule } from '../rules/rule.ts';

/** The attributes `bindingType` and `versionTag` of any extension that refers to another resource. */
export function readBinding(xml: XmlElement): ResourceBinding {
  return {
    bindingType: bindingTypeOf(xml) ?? 'latest',
    versionTag: xml.attributes.get('versionTag') || undefined,
  };
}

export const bindingRules: readonly Rule<XmlElement>[] = [
  { id: 'binding-type-valid', check: checkBindingType },
  { id: 'binding-version-tag-required', check: checkVersionTag },
];

const bindingTypes: readonly ResourceBinding['bindingType'][] = ['deployment', 'latest', 'versionTag'];

function bindingTypeOf(xml: XmlElement): ResourceBinding['bindingType'] | undefined {
  const value = xml.attributes.get('bindingType') ?? 'latest';
  return bindingTypes.find((type) => type === value);
}

function checkBindingType(xml: XmlElement, report: Report): void {
  if (bindingTypeOf(xml) === undefined) {
    const value = xml.attributes.get('bindingType');
    report(xml, `Attribute 'bindingType' must be one of: ${bindingTypes.join(', ')}. It is '${value}'.`);
  }
}

function checkVersionTag(xml: XmlElement, report: Report): void {
  if (bindingTypeOf(xml) === 'versionTag' && !xml.attributes.get('versionTag')?.trim()) {
    report(xml, "Attribute 'versionTag' must be present and not empty if 'bindingType' is 'versionTag'.");
  }
}
