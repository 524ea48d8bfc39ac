import { childrenNamed, type XmlElement } from '@waggle/xml';
import { extensionsNamed } from './extensions-named.ts';

/** `zeebe:properties` as name → value; entries without a name are left out. */
export function readProperties(element: XmlElement): Record<string, string> {
  const entries = extensionsNamed(element, 'zeebe:properties')
    .flatMap((properties) => childrenNamed(properties, 'zeebe:property'))
    .map((property) => [property.attributes.get('name') ?? '', property.attributes.get('value') ?? ''] as const);
  // fromEntries defines own properties, so a property named __proto__ is just another one.
  return Object.fromEntries(entries.filter(([name]) => name !== ''));
}
