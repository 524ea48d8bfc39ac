import { type FeelValue, parseNumber } from '@waggle/feel';
import { bodyText, childNamed, type XmlElement } from '@waggle/xml';
import type { Compilation, EvaluateLogic } from '../expressions/expression-kind.ts';
import { isFeel } from '../rules/expression-language.ts';

/** @returns a constant for a literal, as most entries are; compiling FEEL takes longer than reading their XML. */
export function compileOutputEntry(xml: XmlElement, compilation: Compilation): EvaluateLogic {
  const text = childNamed(xml, 'dmn:text');
  const literal =
    text === undefined || !isFeel(xml.attributes.get('expressionLanguage')) ? undefined : literalValue(bodyText(text));
  return literal === undefined ? compilation.feel(xml) : () => literal;
}

const string = /^"[^"\\]*"$/;
const number = /^-?(?:\d+(?:\.\d+)?|\.\d+)$/;
const words: ReadonlyMap<string, FeelValue> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function literalValue(text: string): FeelValue | undefined {
  if (string.test(text)) return text.slice(1, -1);
  if (number.test(text)) return parseNumber(text);
  return words.get(text);
}
