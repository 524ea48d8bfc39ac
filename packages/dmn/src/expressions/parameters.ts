import type { FeelValue, Run, Variables } from '@waggle/feel';
import { childrenNamed, type XmlElement } from '@waggle/xml';
import { LocalVariables } from '../evaluation/local-variables.ts';
import { nameOf } from '../model/name.ts';
import type { Compilation, Convert } from './expression-kind.ts';

export interface Parameter {
  readonly name: string;
  readonly convert: Convert | undefined;
}

/** The parameters of a function definition. */
export function parametersOf(definition: XmlElement, compilation: Compilation): readonly Parameter[] {
  return childrenNamed(definition, 'dmn:formalParameter').map((parameter) => ({
    name: nameOf(parameter),
    convert: compilation.conversion(parameter.attributes.get('typeRef'), 'parameter'),
  }));
}

/** The variables of a function's body. Arguments left out are null. */
export function withParameters(
  run: Run,
  parameters: readonly Parameter[],
  args: readonly FeelValue[],
  outer: Variables | undefined,
): Variables {
  run.charge(1 + parameters.length);
  const values = new Map<string, FeelValue>();
  parameters.forEach(({ name, convert }, index) => {
    const value = args[index] ?? null;
    values.set(name, convert === undefined ? value : convert(run, value));
  });
  return new LocalVariables(values, outer);
}
