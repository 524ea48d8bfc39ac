import { childrenNamed, type XmlElement } from '@waggle/xml';

/** Children of `bpmn:extensionElements`; BPMN allows the container once, documents with several are read alike. */
export function extensionsNamed(element: XmlElement, name: string): XmlElement[] {
  return childrenNamed(element, 'bpmn:extensionElements').flatMap((container) => childrenNamed(container, name));
}
