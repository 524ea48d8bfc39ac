import { childrenNamed, type Report, type XmlElement } from '@waggle/xml';
import type { LinkedResource } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { extensionsNamed } from './extensions-named.ts';
import { bindingRules, readBinding } from './resource-binding.ts';

export function readLinkedResources(element: XmlElement): LinkedResource[] {
  return extensionsNamed(element, 'zeebe:linkedResources')
    .flatMap((linked) => childrenNamed(linked, 'zeebe:linkedResource'))
    .map((linked) => ({
      resourceId: linked.attributes.get('resourceId') ?? '',
      resourceType: linked.attributes.get('resourceType') ?? '',
      linkName: linked.attributes.get('linkName') ?? '',
      ...readBinding(linked),
    }));
}

export const linkedResourceRules: readonly Rule<XmlElement>[] = [
  { id: 'linked-resource-complete', check: checkComplete },
  ...bindingRules,
];

function checkComplete(linked: XmlElement, report: Report): void {
  for (const attribute of ['resourceId', 'resourceType']) {
    if (!linked.attributes.get(attribute)?.trim()) {
      report(linked, `Attribute '${attribute}' must be present and not empty.`);
    }
  }
}
