import type { Report, XmlElement } from '@waggle/xml';
import { isExpression } from '../expressions/is-expression.ts';

/** Reports an element that must hold an expression and has none that is known. */
export function logicRequired(xml: XmlElement, report: Report): void {
  if (!xml.children.some(isExpression)) {
    report(xml, `Expected an expression inside '${xml.name.replace(/^\w+:/, '')}', but found none.`);
  }
}
