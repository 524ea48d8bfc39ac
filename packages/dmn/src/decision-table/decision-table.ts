/**
 * Decision tables. All inputs are evaluated, then every rule is asked in document order, then the output entries of the
 * rules that match, then the hit policy makes the result of them.
 *
 * 1. Also with FIRST every rule is asked: an assert() in a later one fails the evaluation wherever the first match is.
 * 2. Without a match the result is that of the default output entries, else null, whatever the hit policy.
 * 3. Columns without an entry in a rule match; entries beyond the columns are ignored, as annotations are.
 */
import { EvaluationFailed, type FeelValue, type Run, toFeelString, type Variables } from '@waggle/feel';
import type { ExpressionKind, TableTrace } from '../expressions/expression-kind.ts';
import { compileHitPolicy } from './hit-policies.ts';
import { InputScope } from './input-scope.ts';
import { tableRules } from './rules/table-rules.ts';
import { compileTable, type Table, type TableRule } from './table.ts';

export const decisionTable: ExpressionKind = {
  decisionType: 'DECISION_TABLE',
  rules: tableRules,
  compile: (xml, compilation) => {
    const table = compileTable(xml, compilation);
    const hitPolicy = compileHitPolicy(xml, table.outputs, compilation);
    return (run, variables, trace) => {
      const inputs = table.inputs.map((column) => column.evaluate(run, variables));
      trace?.inputs.push(...table.inputs.map(({ id, name }, index) => ({ id, name, value: inputs[index] ?? null })));
      const matched = matchedRules(table, inputs, run, variables);
      if (matched.length === 0) return defaultOutput(table, run, variables);
      const rules = hitPolicy.isFirstOnly ? matched.slice(0, 1) : matched;
      const rows = rules.map((rule) => rule.outputs.map((entry) => entry(run, variables)));
      if (trace !== undefined) traceRules(trace, table, rules, rows);
      return hitPolicy.result(run, rows, variables);
    };
  },
};

function matchedRules(table: Table, inputs: readonly FeelValue[], run: Run, variables: Variables): TableRule[] {
  const scopes = inputs.map((value) => new InputScope(value, variables));
  return table.rules.filter((rule) => {
    // What the specialised tests of a rule cost together; all others charge for themselves.
    run.charge(1);
    for (const { column, test } of rule.tests) {
      const result = test(run, scopes[column] as InputScope);
      if (result === true) continue;
      if (result === false || result === null) return false;
      throw new EvaluationFailed(
        `an input entry of rule ${rule.index} must return true, false or null, but returned '${toFeelString(result, run)}'`,
      );
    }
    return true;
  });
}

/** Outputs without a default are left out; what is left is one value, or a context of several. */
function defaultOutput({ outputs }: Table, run: Run, variables: Variables): FeelValue {
  const values: [string, FeelValue][] = [];
  for (const { name, defaultEntry } of outputs) {
    if (defaultEntry !== undefined) values.push([name, defaultEntry(run, variables)]);
  }
  const [only] = values;
  return only === undefined ? null : values.length === 1 ? only[1] : new Map(values);
}

function traceRules(
  trace: TableTrace,
  { outputs }: Table,
  rules: readonly TableRule[],
  rows: readonly (readonly FeelValue[])[],
): void {
  rules.forEach(({ id, index }, row) => {
    const evaluated = outputs.map(({ id, name, label }, column) => {
      return { id, name: label === '' ? name : label, value: rows[row]?.[column] ?? null };
    });
    trace.matchedRules.push({ id, index, outputs: evaluated });
  });
}
