import type { XmlElement } from '@waggle/xml';

/** The name of an element as FEEL compares names: without white space around it, runs of it inside being one space. */
export function nameOf(xml: XmlElement | undefined, attribute = 'name'): string {
  return (xml?.attributes.get(attribute) ?? '').trim().replace(/\s+/g, ' ');
}
