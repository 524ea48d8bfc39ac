import { bodyText, type Report } from '@waggle/xml';
import type { Flow } from '../document/flow-node.ts';
import { checkIsExpression } from './check-is-expression.ts';
import type { Rule } from './rule.ts';

export const sequenceFlowRules: readonly Rule<Flow>[] = [
  { id: 'sequence-flow-id-required', check: checkId },
  { id: 'sequence-flow-source-exists', check: checkSource },
  { id: 'sequence-flow-target-exists', check: checkTarget },
  { id: 'sequence-flow-same-scope', check: checkScope },
  { id: 'condition-gateway', check: checkConditionPlace },
  { id: 'condition-expression', check: checkConditionExpression },
  { id: 'condition-required', check: checkConditionRequired },
];

function checkId(flow: Flow, report: Report): void {
  if (flow.id === '') report(flow.xml, 'Expected the sequence flow to have an id; set one.');
}

function checkSource(flow: Flow, report: Report): void {
  if (flow.source === undefined) reportMissingEnd(flow, 'sourceRef', report);
}

function checkTarget(flow: Flow, report: Report): void {
  if (flow.target === undefined) reportMissingEnd(flow, 'targetRef', report);
}

function reportMissingEnd(flow: Flow, attribute: 'sourceRef' | 'targetRef', report: Report): void {
  const ref = flow.xml.attributes.get(attribute);
  const problem = ref === undefined ? 'it is missing' : `there is none with the id '${ref}'`;
  report(flow.xml, `Expected ${attribute} to name an element of the process, but ${problem}.`);
}

function checkScope({ source, target, xml }: Flow, report: Report): void {
  if (source !== undefined && target !== undefined && source.scope !== target.scope) {
    report(
      xml,
      `Expected the sequence flow to stay in one scope, but '${source.id}' and '${target.id}' are in different ones.`,
    );
  }
}

function checkConditionPlace({ source, condition, xml }: Flow, report: Report): void {
  if (condition !== undefined && source !== undefined && !source.kind.isConditional) {
    report(
      xml,
      `Conditional sequence flows are only supported at exclusive or inclusive gateway. This one leaves '${source.id}'.`,
    );
  }
}

function checkConditionExpression({ condition }: Flow, report: Report): void {
  if (condition !== undefined) checkIsExpression(condition, bodyText(condition), report);
}

function checkConditionRequired({ id, source, condition, xml }: Flow, report: Report): void {
  if (source === undefined || !source.kind.isConditional || source.outgoing.length < 2) return;
  if (condition === undefined && source.xml.attributes.get('default') !== id) {
    report(xml, `Must have a condition or be default flow. '${source.id}' has several flows.`);
  }
}
