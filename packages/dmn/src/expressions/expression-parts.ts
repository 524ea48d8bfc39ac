import { childNamed, type XmlElement } from '@waggle/xml';
import { logicRequired } from '../rules/logic-required.ts';
import type { Rule } from '../rules/rule.ts';
import type { Compilation, EvaluateLogic } from './expression-kind.ts';

/** Elements such as `in` and `return` that hold one expression each. */
export function partsRequired(...names: readonly string[]): Rule<XmlElement> {
  return {
    id: 'expression-part',
    check: (xml, report) => {
      for (const name of names) {
        const part = childNamed(xml, `dmn:${name}`);
        if (part === undefined) report(xml, `Expected an element '${name}' with an expression, but there is none.`);
        else logicRequired(part, report);
      }
    },
  };
}

export function logicOfPart(xml: XmlElement, name: string, compilation: Compilation): EvaluateLogic {
  const part = childNamed(xml, `dmn:${name}`);
  return part === undefined ? () => null : compilation.logicIn(part);
}
