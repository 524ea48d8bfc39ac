import { isExpression } from '../expressions/is-expression.ts';
import type { DmnModel } from '../model/dmn-model.ts';
import { serviceReferences } from '../model/requirements.ts';
import type { Rule } from './rule.ts';

/**
 * The standard has decisions without logic, which people make and which are null; the reference refuses them, and mostly
 * somebody has forgotten something. Only decisions whose values are handed to a service need none.
 */
export const decisionLogicRequired: Rule<DmnModel> = {
  id: 'decision-logic-required',
  check: ({ elements }, report) => {
    const handedIn = new Set(
      elements
        .filter(({ kind }) => kind === 'decisionService')
        .flatMap((service) => serviceReferences(service, 'inputDecision').map(({ target }) => target)),
    );
    for (const element of elements) {
      const { kind, id, xml } = element;
      if (kind !== 'decision' || handedIn.has(element) || xml.children.some(isExpression)) continue;
      report(xml, `Expected decision '${id}' to have logic, such as a decision table, but it has none.`);
    }
  },
};
