import { bodyText, childNamed, type XmlElement } from '@waggle/xml';
import type { Rule } from './rule.ts';

export const textRequired: Rule<XmlElement> = {
  id: 'expression-text-required',
  check: (xml, report) => {
    const text = childNamed(xml, 'dmn:text');
    if (text === undefined || bodyText(text) === '')
      report(xml, 'Expected a text with a FEEL expression, but it is empty.');
  },
};
