import type { XmlElement } from '@waggle/xml';
import type { Rule } from './rule.ts';

/** Functions in Java or PMML would run code from outside; nothing here can. */
export const functionKind: Rule<XmlElement> = {
  id: 'function-kind-feel',
  check: (xml, report) => {
    if (isFeelFunction(xml)) return;
    report(xml, `Expected a function of kind FEEL, but it is of kind '${xml.attributes.get('kind')}'.`);
  },
};

export const isFeelFunction = (xml: XmlElement): boolean => (xml.attributes.get('kind') ?? 'FEEL') === 'FEEL';
