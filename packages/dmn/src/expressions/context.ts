import type { FeelValue } from '@waggle/feel';
import { childNamed, childrenNamed, type Report, type XmlElement } from '@waggle/xml';
import { LocalVariables } from '../evaluation/local-variables.ts';
import { nameOf } from '../model/name.ts';
import { logicRequired } from '../rules/logic-required.ts';
import type { Compilation, EvaluateLogic, ExpressionKind } from './expression-kind.ts';

/** Entries in order, each seeing those above it; an entry without a name, the last one, is the result. */
export const context: ExpressionKind = {
  decisionType: 'CONTEXT',
  rules: [
    { id: 'context-entry-name', check: checkNames },
    {
      id: 'context-entry-logic',
      check: (xml, report) => {
        for (const entry of entriesOf(xml)) logicRequired(entry, report);
      },
    },
  ],
  compile: compileContext,
};

const entriesOf = (xml: XmlElement): XmlElement[] => childrenNamed(xml, 'dmn:contextEntry');

const nameOfEntry = (entry: XmlElement): string => nameOf(childNamed(entry, 'dmn:variable'));

function checkNames(xml: XmlElement, report: Report): void {
  for (const entry of entriesOf(xml).slice(0, -1)) {
    if (nameOfEntry(entry) === '') {
      report(entry, 'Expected every context entry but the last to have a variable with a name, but this one has none.');
    }
  }
}

function compileContext(xml: XmlElement, compilation: Compilation): EvaluateLogic {
  const entries = entriesOf(xml);
  // Functions see themselves and what comes after them once they are called, so all names are known from the start.
  const inner = compilation.withNames(entries.map(nameOfEntry));
  const compiled = entries.map((entry) => {
    const variable = childNamed(entry, 'dmn:variable');
    return {
      name: nameOfEntry(entry),
      evaluate: inner.logicIn(entry),
      convert: compilation.conversion(variable?.attributes.get('typeRef'), 'variable'),
    };
  });
  const last = compiled.at(-1);
  const result = last?.name === '' ? last : undefined;
  const named = compiled.filter(({ name }) => name !== '');
  return (run, variables) => {
    run.charge(1 + 2 * named.length);
    const values = new Map<string, FeelValue>();
    const scope = new LocalVariables(values, variables);
    for (const { name, evaluate, convert } of named) {
      const value = evaluate(run, scope);
      values.set(name, convert === undefined ? value : convert(run, value));
    }
    return result === undefined ? values : result.evaluate(run, scope);
  };
}
