import { childNamed, childrenNamed, type XmlElement } from '@waggle/xml';

/** `zeebe:properties` of an element as pairs of name and value. */
export function extensionProperties(element: XmlElement): readonly (readonly [string, string])[] {
  const extensions = childNamed(element, 'bpmn:extensionElements');
  const properties = extensions === undefined ? undefined : childNamed(extensions, 'zeebe:properties');
  if (properties === undefined) return [];
  return childrenNamed(properties, 'zeebe:property').map(
    ({ attributes }) => [attributes.get('name') ?? '', attributes.get('value') ?? ''] as const,
  );
}
