import { descendants, type FindingCollector, type XmlElement } from '@waggle/xml';
import { type BpmnDocument, flowsOf, nodesOf } from '../document/flow-node.ts';
import type { EventUse } from '../events/event-definition-kind.ts';
import { eventUsesOf } from '../events/event-rules.ts';
import { extensionRules } from '../extensions/extension-rules.ts';
import { documentRules } from './document-rules.ts';
import { expressionRules } from './expression-rules.ts';
import { nodeRules } from './node-rules.ts';
import type { Rule } from './rule.ts';
import { sequenceFlowRules } from './sequence-flow-rules.ts';
import { straightThroughLoopRule } from './straight-through-loop.ts';

export interface CheckOptions {
  readonly checkExpression: ((feel: string) => string | undefined) | undefined;
  readonly rejectStraightThroughLoops: boolean;
}

/** Checks every rule on everything it is about; one broken rule does not keep the others from being checked. */
export function checkDocument(document: BpmnDocument, options: CheckOptions, findings: FindingCollector): void {
  const check = <Subject>(rules: readonly Rule<Subject>[], subject: Subject): void => {
    for (const rule of rules) rule.check(subject, findings.reportFor(rule.id));
  };

  check(documentRules, document);
  for (const process of document.processes) {
    for (const node of nodesOf(process)) {
      check(nodeRules, node);
      check(node.kind.rules, node);
      eventUsesOf(node).forEach((use, index) => {
        check<EventUse>(node.eventDefinitions[index]?.kind?.rules ?? [], use);
      });
    }
    for (const flow of flowsOf(process)) check(sequenceFlowRules, flow);
  }
  const ofExpressions = options.checkExpression === undefined ? [] : expressionRules(options.checkExpression);
  for (const element of deployedElements(document)) {
    check(extensionRules[element.name] ?? [], element);
    check(ofExpressions, element);
  }
  if (options.rejectStraightThroughLoops) check([straightThroughLoopRule], document);
}

/** Executable processes and the messages, errors, signals and escalations they may refer to, with all inside; no diagrams, no other pools. */
function deployedElements({ definitions, processes }: BpmnDocument): readonly XmlElement[] {
  const roots = [
    ...processes.map((process) => process.xml),
    ...Object.values(definitions).flatMap((definition: ReadonlyMap<string, XmlElement>) => [...definition.values()]),
  ];
  return roots.flatMap((root) => descendants(root));
}
