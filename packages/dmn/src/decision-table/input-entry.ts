import type { FeelValue, Run } from '@waggle/feel';
import { bodyText, childNamed, type XmlElement } from '@waggle/xml';
import type { Compilation } from '../expressions/expression-kind.ts';
import type { InputScope } from './input-scope.ts';
import { literalTest } from './literal-test.ts';

/** Whether an entry holds for the value of its column. */
export type InputTest = (run: Run, scope: InputScope) => FeelValue;

/** @returns undefined for an entry that holds for every value: `-`, or none. */
export function compileInputEntry(xml: XmlElement, compilation: Compilation): InputTest | undefined {
  const element = childNamed(xml, 'dmn:text');
  const text = element === undefined ? '' : bodyText(element);
  if (text === '' || text === '-') return undefined;
  // Also where it is hardly ever called: compiling tells what is wrong with the entry.
  const test = compilation.unaryTests(xml);
  const quick = literalTest(text);
  return quick === undefined ? test : (run, scope) => quick(scope.value) ?? test(run, scope);
}
