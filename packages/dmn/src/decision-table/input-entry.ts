import type { FeelValue, Run } from '@waggle/feel';
import { bodyText, childNamed, type XmlElement } from '@waggle/xml';
import type { Compilation } from '../expressions/expression-kind.ts';
import { isFeel } from '../rules/expression-language.ts';
import type { InputScope } from './input-scope.ts';
import { type LiteralTest, literalTest } from './literal-test.ts';

/** Whether an entry holds for the value of its column. */
export type InputTest = (run: Run, scope: InputScope) => FeelValue;

/** @returns undefined for an entry that holds for every value: `-`, or none. */
export function compileInputEntry(xml: XmlElement, compilation: Compilation): InputTest | undefined {
  const element = childNamed(xml, 'dmn:text');
  const text = element === undefined ? '' : bodyText(element);
  if (text === '' || text === '-') return undefined;
  const quick = isFeel(xml.attributes.get('expressionLanguage')) ? literalTest(text) : undefined;
  return quick === undefined ? compilation.unaryTests(xml) : quickTest(quick, () => compilation.unaryTests(xml));
}

/** FEEL is asked for values of unexpected types alone, and compiled when there is one: it takes longer than reading XML. */
function quickTest(quick: LiteralTest, compile: () => InputTest): InputTest {
  let compiled: InputTest | undefined;
  return (run, scope) => {
    const result = quick(scope.value);
    if (result !== undefined) return result;
    compiled ??= compile();
    return compiled(run, scope);
  };
}
