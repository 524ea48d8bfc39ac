import type { Conformance } from '@waggle/feel';
import type { DmnModel } from '../model/dmn-model.ts';
import { decisionLogicRequired } from './decision-logic-required.ts';
import { elementRules } from './element-rules.ts';
import { modelRules } from './model-rules.ts';
import type { Rule } from './rule.ts';

/**
 * Checks every rule on everything it is about but logic, whose rules are checked as it is compiled; one broken rule does
 * not keep the others from being checked.
 */
export function checkModel(model: DmnModel, conformance: Conformance): void {
  const check = <Subject>(rules: readonly Rule<Subject>[], subject: Subject): void => {
    for (const rule of rules) rule.check(subject, model.findings.reportFor(rule.id));
  };
  check(modelRules, model);
  if (conformance === 'camunda') check([decisionLogicRequired], model);
  for (const element of model.elements) check(elementRules[element.kind], element);
}
