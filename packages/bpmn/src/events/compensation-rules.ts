/** What holds for activities around compensation; what holds for its events lies with their definition. */
import { BpmnElementType } from '@waggle/protocol';
import type { Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import type { Rule } from '../rules/rule.ts';
import { isCompensation, isForCompensation } from './compensation-definition.ts';

export const compensationRules: readonly Rule<FlowNode>[] = [
  { id: 'compensation-handler-apart', check: checkHandlerApart },
  { id: 'compensation-boundary-single', check: checkSingleBoundary },
];

/** A handler is run by compensation only, outside every path. */
function checkHandlerApart(node: FlowNode, report: Report): void {
  if (!isForCompensation(node)) return;
  const handler = 'A compensation handler should have no';
  if (node.incoming.length > 0) report(node.xml, `${handler} incoming sequence flows. Remove them from '${node.id}'.`);
  if (node.outgoing.length > 0) report(node.xml, `${handler} outgoing sequence flows. Remove them from '${node.id}'.`);
  if (node.boundaryEvents.length > 0) report(node.xml, `${handler} boundary events. Remove them from '${node.id}'.`);
  if (node.kind.elementType === BpmnElementType.EVENT_SUB_PROCESS) {
    report(node.xml, `Expected a compensation handler to be an activity, but '${node.id}' is started by an event.`);
  }
}

/** Only one of several handlers would ever run. */
function checkSingleBoundary(node: FlowNode, report: Report): void {
  const [, ...others] = node.boundaryEvents.filter(isCompensation);
  for (const event of others) {
    report(event.xml, `Expected one compensation boundary event for '${node.id}', but there are several; keep one.`);
  }
}
