import { childNamed, type Report } from '@waggle/xml';
/** What changes the execution of an element and is not executed yet: reported, never silently ignored. */
import type { FlowNode } from '../document/flow-node.ts';
import type { Rule } from './rule.ts';

export const unsupportedFeatureRules: readonly Rule<FlowNode>[] = [{ id: 'unsupported-feature', check: checkFeatures }];

interface Feature {
  readonly name: string;
  readonly isUsed: (node: FlowNode) => boolean;
}

const features: readonly Feature[] = [marker('a standard loop marker', 'bpmn:standardLoopCharacteristics')];

function marker(name: string, tag: string): Feature {
  return { name, isUsed: (node) => childNamed(node.xml, tag) !== undefined };
}

function checkFeatures(node: FlowNode, report: Report): void {
  for (const feature of features) {
    if (feature.isUsed(node)) report(node.xml, `'${node.id}' uses ${feature.name}, which is not supported; remove it.`);
  }
}
