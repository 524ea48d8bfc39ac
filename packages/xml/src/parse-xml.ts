// Whoever reads this package as source finds the types of its parser by this.
/// <reference path="./saxen.d.ts" />
/**
 * Reads an XML document into {@link XmlElement}s, with saxen as the tokenizer.
 *
 * 1. Synchronous, bounded by {@link XmlLimits}, and never throws: whatever is wrong comes back as one failure.
 * 2. Stricter than saxen, which only warns of malformed attributes: a deployment must mean the same to every reader.
 * 3. No document type declaration and no custom entities, hence no expansion attacks.
 */
import { Parser } from 'saxen';
import { decodeReferences, isXmlCharacter } from './character-references.ts';
import { defaultXmlLimits, type XmlLimits } from './limits.ts';
import type { XmlElement } from './xml-element.ts';

export interface XmlFailure {
  readonly rule: 'xml-well-formed' | 'xml-no-doctype' | 'xml-no-custom-entities' | 'xml-within-limits';
  readonly message: string;
  readonly offset: number;
}

export type XmlResult =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly failure: XmlFailure };

/** Namespace URI → the prefix its elements get in {@link XmlElement.name}, whatever prefix the document chose. */
export type XmlNamespaces = Readonly<Record<string, string>>;

export function parseXml(xml: string, namespaces: XmlNamespaces, limits: XmlLimits = defaultXmlLimits): XmlResult {
  const unreadable = checkCharacters(xml, limits);
  return unreadable !== undefined ? { ok: false, failure: unreadable } : buildTree(xml, namespaces, limits);
}

/** `*` cannot occur in a prefix, so a document cannot claim one of these names without the right namespace. */
function saxenNamespaces(namespaces: XmlNamespaces): Record<string, string> {
  const marked = Object.entries(namespaces).map(([uri, prefix]) => [uri, `*${prefix}`] as const);
  // Bound by definition; saxen would take `xml:lang` for an undeclared prefix.
  return { ...Object.fromEntries(marked), 'http://www.w3.org/XML/1998/namespace': 'xml' };
}

interface OpenElement extends XmlElement {
  readonly parent: OpenElement | undefined;
  readonly children: XmlElement[];
  text: string;
}

function buildTree(xml: string, namespaces: XmlNamespaces, limits: XmlLimits): XmlResult {
  const parser = new Parser().ns(saxenNamespaces(namespaces));
  let failure: XmlFailure | undefined;
  let root: XmlElement | undefined;
  let current: OpenElement | undefined;
  let depth = 0;
  let count = 0;
  // saxen tells no offsets and its line and column cost a scan from the start for each element. Tokens arrive in
  // document order, so the next `<` behind everything reported so far opens the token being reported.
  let cursor = 0;

  const fail = (rule: XmlFailure['rule'], message: string): void => {
    failure ??= { rule, message, offset: nextTag() };
    parser.stop();
  };
  const nextTag = (): number => {
    const offset = xml.indexOf('<', cursor);
    return offset === -1 ? xml.length : offset;
  };
  const malformed = (error: Error): void =>
    fail('xml-well-formed', `Expected well-formed XML, but the parser reports: ${error.message}.`);
  const skipBehind = (closing: string): void => {
    cursor = xml.indexOf(closing, nextTag()) + closing.length;
  };
  const appendText = (text: string): void => {
    if (current !== undefined) current.text += text;
  };
  const decode = (text: string): string => {
    const decoded = decodeReferences(text);
    if (decoded === undefined) {
      fail(
        'xml-no-custom-entities',
        'Expected only character references and the entities &amp; &lt; &gt; &quot; &apos;, but found another one.',
      );
    }
    return decoded ?? '';
  };
  const readAttributes = (raw: Readonly<Record<string, string>>): Map<string, string> => {
    const attributes = new Map<string, string>();
    for (const [name, value] of Object.entries(raw)) {
      if (value.length > limits.maxAttributeLength) {
        fail('xml-within-limits', `Expected at most ${limits.maxAttributeLength} characters in the attribute ${name}.`);
      }
      // Also what makes the cursor above right: no `<` but those of tags, comments and CDATA.
      if (value.includes('<')) fail('xml-well-formed', `Expected '<' to be written as &lt; in the attribute ${name}.`);
      const normalized = decode(value.replace(/\r\n|[\r\n\t]/g, ' '));
      if (name.startsWith('*')) attributes.set(name.slice(1), normalized);
      else if (name !== 'xmlns' && !name.includes(':')) attributes.set(name, normalized);
    }
    return attributes;
  };

  parser.on('openTag', (name, getAttributes, _decode, isSelfClosing) => {
    if (depth === 0 && root !== undefined) fail('xml-well-formed', 'Expected one root element, but found another one.');
    count += 1;
    if (count > limits.maxElements) fail('xml-within-limits', `Expected at most ${limits.maxElements} XML elements.`);
    if (depth >= limits.maxDepth) {
      fail('xml-within-limits', `Expected XML elements to be nested at most ${limits.maxDepth} deep.`);
    }
    const attributes = failure === undefined ? readAttributes(getAttributes() || {}) : new Map<string, string>();
    // Malformed attributes stop the parser from inside getAttributes; what was read must not be used then.
    if (failure !== undefined) return;
    const offset = nextTag();
    cursor = offset + 1;
    const element: OpenElement = {
      name: name.startsWith('*') ? name.slice(1) : `other:${name.slice(name.indexOf(':') + 1)}`,
      attributes,
      children: [],
      text: '',
      parent: current,
      offset,
    };
    root ??= element;
    current?.children.push(element);
    if (!isSelfClosing) {
      current = element;
      depth += 1;
    }
  });
  parser.on('closeTag', (_name, _decode, isSelfClosing) => {
    if (isSelfClosing) return;
    cursor = nextTag() + 1;
    current = current?.parent;
    depth -= 1;
  });
  parser.on('text', (text) => appendText(decode(text.replace(/\r\n?/g, '\n'))));
  parser.on('cdata', (text) => {
    skipBehind(']]>');
    appendText(text);
  });
  parser.on('comment', () => skipBehind('-->'));
  parser.on('question', () => skipBehind('?>'));
  parser.on('attention', () =>
    fail('xml-no-doctype', 'Expected no document type declaration; remove <!DOCTYPE …> from the document.'),
  );
  parser.on('error', malformed);
  parser.on('warn', malformed);

  parser.parse(xml);
  if (failure !== undefined) return { ok: false, failure };
  if (root === undefined) {
    return { ok: false, failure: { rule: 'xml-well-formed', message: 'Expected an XML document.', offset: 0 } };
  }
  return { ok: true, root };
}

/** One pass before parsing: the size in UTF-8 and characters XML does not allow, e.g. of a binary file. */
function checkCharacters(xml: string, limits: XmlLimits): XmlFailure | undefined {
  const tooLarge: XmlFailure = {
    rule: 'xml-within-limits',
    message: `Expected a document of at most ${limits.maxBytes} bytes.`,
    offset: 0,
  };
  if (xml.length > limits.maxBytes) return tooLarge;
  let bytes = 0;
  for (let index = 0; index < xml.length; index++) {
    let code = xml.charCodeAt(index);
    if (code >= 0x80) {
      code = xml.codePointAt(index) ?? code;
      bytes += code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
      if (code > 0xffff) index += 1;
    }
    bytes += 1;
    if (!isXmlCharacter(code)) {
      const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
      return { rule: 'xml-well-formed', message: `Expected XML text, but found the character ${name}.`, offset: index };
    }
  }
  return bytes > limits.maxBytes ? tooLarge : undefined;
}
