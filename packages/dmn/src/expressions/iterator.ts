import {
  compileExpression,
  type FeelList,
  type FeelValue,
  isList,
  isRange,
  type Run,
  type Variables,
} from '@waggle/feel';
import type { XmlElement } from '@waggle/xml';
import { childNamed } from '@waggle/xml';
import { LocalVariables } from '../evaluation/local-variables.ts';
import { nameOf } from '../model/name.ts';
import type { Rule } from '../rules/rule.ts';
import type { Compilation, EvaluateLogic } from './expression-kind.ts';
import { logicOfPart } from './expression-parts.ts';

/** What `for`, `some` and `every` share: a name that takes each value of a list or range in turn. */
export interface Iterator {
  /** The values; null, with a warning, when `in` gives neither list nor range. */
  readonly values: (run: Run, variables: Variables) => FeelList | null;
  readonly scope: (item: FeelValue, outer: Variables) => Variables;
  readonly body: EvaluateLogic;
}

export const iteratorVariable: Rule<XmlElement> = {
  id: 'iterator-variable',
  check: (xml, report) => {
    if (iteratorName(xml) === '') report(xml, 'Expected an attribute iteratorVariable with a name, but there is none.');
  },
};

const iteratorName = (xml: XmlElement): string => nameOf(xml, 'iteratorVariable');

export function compileIterator(xml: XmlElement, body: string, compilation: Compilation): Iterator {
  const name = iteratorName(xml);
  const source = logicOfPart(xml, 'in', compilation);
  const convert = compilation.conversion(childNamed(xml, 'dmn:in')?.attributes.get('typeRef'), 'variable');
  return {
    values: (run, variables) => {
      const found = source(run, variables);
      const value = convert === undefined ? found : convert(run, found);
      if (isRange(value)) return rangeItems(run, value);
      if (!isList(value)) return run.warn('INVALID_TYPE', 'Expected a list or a range to iterate over');
      run.chargeList(value.length);
      return value;
    },
    scope: (item, outer) => new LocalVariables(new Map([[name, item]]), outer),
    body: logicOfPart(xml, body, compilation.withNames([name])),
  };
}

const loop = compileExpression('for i in range return i');

/** FEEL knows how to count; a boxed loop over a range is one of its loops. */
function rangeItems(run: Run, range: FeelValue): FeelList | null {
  const items = loop.ok ? loop.expression.evaluateWithin(run, { variable: () => range }) : null;
  return isList(items) ? items : null;
}
