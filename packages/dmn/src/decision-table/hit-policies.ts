import type { XmlElement } from '@waggle/xml';
import type { Compilation } from '../expressions/expression-kind.ts';
import { any } from './hit-policies/any.ts';
import { collect } from './hit-policies/collect.ts';
import { first } from './hit-policies/first.ts';
import { outputOrder } from './hit-policies/output-order.ts';
import { priority } from './hit-policies/priority.ts';
import { ruleOrder } from './hit-policies/rule-order.ts';
import { unique } from './hit-policies/unique.ts';
import type { CompileHitPolicy, HitPolicy } from './hit-policy.ts';
import type { OutputColumn } from './table.ts';

/** By the value of the attribute `hitPolicy`. */
export const hitPolicies: Readonly<Record<string, CompileHitPolicy>> = {
  UNIQUE: unique,
  FIRST: first,
  ANY: any,
  PRIORITY: priority,
  'RULE ORDER': ruleOrder,
  'OUTPUT ORDER': outputOrder,
  COLLECT: collect,
};

/** @returns UNIQUE for an unknown one, too; deployment refuses those. */
export function compileHitPolicy(
  xml: XmlElement,
  outputs: readonly OutputColumn[],
  compilation: Compilation,
): HitPolicy {
  const name = xml.attributes.get('hitPolicy') ?? 'UNIQUE';
  const compile = Object.hasOwn(hitPolicies, name) ? hitPolicies[name] : undefined;
  return (compile ?? unique)({
    outputs,
    aggregation: xml.attributes.get('aggregation'),
    compilation,
    valueOfRow:
      outputs.length === 1
        ? (row) => row[0] ?? null
        : (row) => new Map(outputs.map(({ name: key }, column) => [key, row[column] ?? null])),
  });
}
