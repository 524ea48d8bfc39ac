/** Reads the kit's `valueType`: a typed value, components of a structure, or a list. */
import { type FeelValue, parseDuration, parseNumber, parseTemporal } from '@waggle/feel';
import { childNamed, childrenNamed, type XmlElement } from '@waggle/xml';

/**
 * @param element what holds `value`, `component`s or `list`: an inputNode, an expected, an item, a component.
 * @throws {Error} for a type or text the format does not know.
 */
export function readTestValue(element: XmlElement): FeelValue {
  if (isNil(element)) return null;
  const value = childNamed(element, 'tck:value');
  if (value !== undefined) return isNil(value) ? null : typedValue(value);
  const list = childNamed(element, 'tck:list');
  if (list !== undefined) return isNil(list) ? null : childrenNamed(list, 'tck:item').map(readTestValue);
  const components = childrenNamed(element, 'tck:component');
  if (components.length > 0) {
    return new Map(components.map((component) => [component.attributes.get('name') ?? '', readTestValue(component)]));
  }
  return null;
}

const isNil = (element: XmlElement): boolean => /^(true|1)$/.test(element.attributes.get('xsi:nil')?.trim() ?? '');

const readers: Readonly<Record<string, (text: string) => FeelValue | undefined>> = {
  string: (text) => text,
  boolean: (text) => ({ true: true, false: false, 1: true, 0: false })[text.trim()],
  date: (text) => parseTemporal(text.trim()),
  time: (text) => parseTemporal(text.trim()),
  dateTime: (text) => parseTemporal(text.trim()),
  duration: (text) => parseDuration(text.trim()),
  ...Object.fromEntries(
    ['decimal', 'double', 'float', 'integer', 'int', 'long'].map((name) => [
      name,
      (text: string) => parseNumber(text.trim()),
    ]),
  ),
};

/** Without a type the text counts: XML knows no other. */
function typedValue(element: XmlElement): FeelValue {
  const type = (element.attributes.get('xsi:type') ?? 'xsd:string').trim();
  const read = readers[type.slice(type.indexOf(':') + 1)];
  if (read === undefined) throw new Error(`Expected a type of XML Schema that FEEL has, but found "${type}".`);
  const value = read(element.text);
  if (value === undefined) throw new Error(`Expected a value of type "${type}", but found "${element.text}".`);
  return value;
}
