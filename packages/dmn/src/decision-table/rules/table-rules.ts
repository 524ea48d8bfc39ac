import { childNamed, childrenNamed, type XmlElement } from '@waggle/xml';
import type { Rule } from '../../rules/rule.ts';
import { textRequired } from '../../rules/text-required.ts';
import { aggregators } from '../hit-policies/collect.ts';
import { hitPolicies } from '../hit-policies.ts';

/** What deployment checks of a decision table; the FEEL in its cells is checked by compiling it. */
export const tableRules: readonly Rule<XmlElement>[] = [
  {
    id: 'decision-table-hit-policy-known',
    check: (table, report) => {
      const name = table.attributes.get('hitPolicy');
      if (name === undefined || Object.hasOwn(hitPolicies, name)) return;
      report(table, `Expected the hit policy ${Object.keys(hitPolicies).join(', ')}, but found "${name}".`);
    },
  },
  {
    id: 'decision-table-aggregation-known',
    check: (table, report) => {
      const name = table.attributes.get('aggregation');
      if (name === undefined || Object.hasOwn(aggregators, name)) return;
      report(table, `Expected the aggregation ${Object.keys(aggregators).join(', ')}, but found "${name}".`);
    },
  },
  {
    id: 'decision-table-aggregation-single-output',
    check: (table, report) => {
      if (table.attributes.get('hitPolicy') !== 'COLLECT' || !table.attributes.has('aggregation')) return;
      const { length } = childrenNamed(table, 'dmn:output');
      if (length < 2) return;
      report(
        table,
        `Expected one output, since hit policy 'COLLECT' with aggregator is not defined for compound output, but found ${length}.`,
      );
    },
  },
  {
    id: 'decision-table-output-required',
    check: (table, report) => {
      if (childNamed(table, 'dmn:output') === undefined) report(table, 'Expected at least one output, but found none.');
    },
  },
  {
    id: 'decision-table-output-name-required',
    check: (table, report) => {
      const outputs = childrenNamed(table, 'dmn:output');
      if (outputs.length < 2) return;
      for (const output of outputs) {
        if (output.attributes.has('name')) continue;
        const label = output.attributes.get('label') ?? '';
        report(output, `Expected a name for each of several outputs, but no output name defined for \`${label}\`.`);
      }
    },
  },
  {
    id: 'decision-table-input-expression-required',
    check: (table, report) => {
      for (const input of childrenNamed(table, 'dmn:input')) {
        const expression = childNamed(input, 'dmn:inputExpression');
        if (expression === undefined) report(input, 'Expected an input expression, but found none.');
        else textRequired.check(expression, report);
      }
    },
  },
  {
    id: 'decision-table-output-entry-required',
    check: (table, report) => {
      for (const rule of childrenNamed(table, 'dmn:rule')) {
        if (childNamed(rule, 'dmn:outputEntry') === undefined)
          report(rule, 'Expected an output entry, but found none.');
      }
    },
  },
  {
    id: 'decision-table-output-entry-text-required',
    check: (table, report) => {
      for (const rule of childrenNamed(table, 'dmn:rule')) {
        for (const entry of childrenNamed(rule, 'dmn:outputEntry')) textRequired.check(entry, report);
      }
    },
  },
];
