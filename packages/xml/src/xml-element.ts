/**
 * The generic tree a document is read into.
 *
 * 1. Names are normalized: those of a namespace the reader asked for get its prefix, whatever prefix the document chose;
 *    `other:…` for all else.
 * 2. Attributes are those without a namespace and, prefixed, those of a namespace the reader asked for, references
 *    decoded; all others belong to editors.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Character data directly inside, CDATA included, not trimmed. */
  readonly text: string;
  readonly parent: XmlElement | undefined;
  /** Index of the opening `<` in the document, resolved to line and column only for findings. */
  readonly offset: number;
}

/** `bpmn:serviceTask` → `serviceTask`. */
export function localName(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}

export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of an element, trimmed: editors break and indent bodies, which must not turn `= x` into static text. */
export function bodyText(element: XmlElement): string {
  return element.text.trim();
}

/** `xs:boolean` allows `1` beside `true`. */
export function booleanAttribute(element: XmlElement, name: string, absent: boolean): boolean {
  const value = element.attributes.get(name);
  return value === undefined ? absent : value === 'true' || value === '1';
}

/** The element and all below it in document order. A list, since nested generators cost each item its depth. */
export function descendants(element: XmlElement, found: XmlElement[] = []): readonly XmlElement[] {
  found.push(element);
  for (const child of element.children) descendants(child, found);
  return found;
}
