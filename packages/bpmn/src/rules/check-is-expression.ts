import type { Report, XmlElement } from '@waggle/xml';
import { isExpression } from '../model/expression-source.ts';

/** For places where a static value is not accepted: it would be taken for text that was meant as FEEL. */
export function checkIsExpression(at: XmlElement, text: string | undefined, report: Report): void {
  if (!text) {
    report(at, 'Expected expression but not found.');
  } else if (!isExpression(text)) {
    report(
      at,
      `Expected expression but found static value '${text}'. An expression must start with '=' (e.g. '=${text}').`,
    );
  }
}
