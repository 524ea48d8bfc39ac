import { describe, expect, it } from 'vitest';
import { defaultXmlLimits } from './limits.ts';
import { parseXml } from './parse-xml.ts';
import type { XmlElement } from './xml-element.ts';

const bpmnUri = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const namespaces = { [bpmnUri]: 'bpmn', 'http://camunda.org/schema/zeebe/1.0': 'zeebe' };

function read(xml: string, limits = defaultXmlLimits): XmlElement {
  const result = parseXml(xml, namespaces, limits);
  if (!result.ok) throw new Error(result.failure.message);
  return result.root;
}

function failure(xml: string, limits: Partial<typeof defaultXmlLimits> = {}): string | undefined {
  const result = parseXml(xml, namespaces, { ...defaultXmlLimits, ...limits });
  return result.ok ? undefined : result.failure.rule;
}

describe('parseXml', () => {
  it('should normalize names by namespace, whatever the prefix', () => {
    const root = read(
      `<zeebe:a xmlns:zeebe="${bpmnUri}" xmlns:bpmn="urn:other"><bpmn:b/><c/><z:d xmlns:z="http://camunda.org/schema/zeebe/1.0"/></zeebe:a>`,
    );

    expect([root, ...root.children].map((element) => element.name)).toEqual([
      'bpmn:a',
      'other:b',
      'other:c',
      'zeebe:d',
    ]);
  });

  it('should keep attributes without namespace and decode references', () => {
    const root = read(
      `<a xmlns:x="urn:x" x:b="1" c='&lt;&#65;&#x1F600;&quot;' d="a\n\tb&#10;c" xml:lang="en" __proto__="p"/>`,
    );

    expect([...root.attributes]).toEqual([
      ['c', '<A😀"'],
      ['d', 'a  b\nc'],
    ]);
  });

  it('should join text and CDATA and normalize line ends', () => {
    expect(read('<a>x\r\n<!-- <b> -->&amp;<![CDATA[<&amp;]]><?pi <c>?>\r</a>').text).toBe('x\n&<&amp;\n');
  });

  it('should know the offset of every element', () => {
    const xml = '<?xml version="1.0"?><!-- < --><a b="&gt;"> <![CDATA[<x>]]> <b/><c></c>\n<d/></a>';

    const root = read(xml);

    expect([root, ...root.children].map((element) => xml.slice(element.offset, element.offset + 2))).toEqual([
      '<a',
      '<b',
      '<c',
      '<d',
    ]);
  });

  it('should read a document that begins with a byte order mark', () => {
    expect(read('\uFEFF<a/>').name).toBe('other:a');
  });

  it.each([
    ['empty text', ''],
    ['no XML', 'hello'],
    ['JSON', '{"a": 1}'],
    ['an unclosed element', '<a><b></b>'],
    ['an unclosed tag', '<a'],
    ['mismatched tags', '<a></b>'],
    ['two root elements', '<a/><b/>'],
    ['text behind the root', '<a/>text'],
    ['an attribute without quotes', '<a b=c/>'],
    ['an attribute given twice', '<a b="1" b="2"/>'],
    ['a tag character in an attribute', '<a b="<"/>'],
    ['an undeclared prefix of an element', '<bpmn:a/>'],
    ['an undeclared prefix of an attribute', '<a x:b="1"/>'],
    ['an unclosed comment', '<a><!-- </a>'],
    ['an unclosed CDATA section', '<a><![CDATA[</a>'],
    ['a null character', '<a>\0</a>'],
    ['half a surrogate pair', '<a>\uD800</a>'],
    ['a zip file', 'PK\u0003\u0004\u0014\u0000'],
  ])('should refuse %s', (_title, xml) => {
    expect(failure(xml)).toBe('xml-well-formed');
  });

  it.each([
    '<!DOCTYPE a><a/>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
  ])('should refuse the document type declaration in %s', (xml) => {
    expect(failure(xml)).toBe('xml-no-doctype');
  });

  it.each(['&custom;', '&', '&amp', '&#0;', '&#xD800;', '&#x110000;', '&#99999999999;', '&toString;'])(
    'should refuse the reference %s in text and attributes',
    (reference) => {
      expect(failure(`<a>${reference}</a>`)).toBe('xml-no-custom-entities');
      expect(failure(`<a b="${reference}"/>`)).toBe('xml-no-custom-entities');
    },
  );

  it('should accept a document at each limit and refuse one beyond it', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    const wide = (count: number) => `<a>${'<b/>'.repeat(count - 1)}</a>`;
    const attribute = (length: number) => `<a b="${'x'.repeat(length)}"/>`;

    expect([failure(nested(9), { maxDepth: 9 }), failure(nested(10), { maxDepth: 9 })]).toEqual([
      undefined,
      'xml-within-limits',
    ]);
    expect([failure(wide(9), { maxElements: 9 }), failure(wide(10), { maxElements: 9 })]).toEqual([
      undefined,
      'xml-within-limits',
    ]);
    expect([
      failure(attribute(9), { maxAttributeLength: 9 }),
      failure(attribute(10), { maxAttributeLength: 9 }),
    ]).toEqual([undefined, 'xml-within-limits']);
    // 7 + 2 + 3 + 4 bytes in UTF-8
    expect([failure('<a>é€😀</a>', { maxBytes: 16 }), failure('<a>é€😀</a>', { maxBytes: 15 })]).toEqual([
      undefined,
      'xml-within-limits',
    ]);
  });
});
