import { BpmnElementType } from '@waggle/protocol';
import { bodyText, booleanAttribute, childNamed, type Report, type XmlElement } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import { isForCompensation } from '../events/compensation-definition.ts';
import { isLinkTarget } from '../events/link-definition.ts';
import { optionalExpression } from '../model/expression-source.ts';
import type { AdHocDefinition } from '../model.ts';
import { checkIsExpression } from '../rules/check-is-expression.ts';
import type { Rule } from '../rules/rule.ts';
import { extensionsNamed } from './extensions-named.ts';

/** Behind the id of an ad-hoc sub-process it is that of the scope around each element that is activated, as in Camunda. */
export const innerInstanceSuffix = '#innerInstance';

/** `activatableElements` are linked when all elements are read. */
export function readAdHoc({ xml }: FlowNode): AdHocDefinition {
  const adHoc = extensionsNamed(xml, 'zeebe:adHoc')[0];
  const completionCondition = childNamed(xml, 'bpmn:completionCondition');
  return {
    activeElementsCollection: optionalExpression(adHoc?.attributes.get('activeElementsCollection')),
    completionCondition: completionCondition && optionalExpression(bodyText(completionCondition)),
    cancelsRemainingInstances: booleanAttribute(xml, 'cancelRemainingInstances', true),
    outputCollection: adHoc?.attributes.get('outputCollection') || undefined,
    outputElement: optionalExpression(adHoc?.attributes.get('outputElement')),
    activatableElements: [],
  };
}

/** Activities and events a token can begin at when they are named. */
export function activatableNodesOf(adHocSubProcess: FlowNode): FlowNode[] {
  return adHocSubProcess.children.filter(
    (child) => child.incoming.length === 0 && !isEnteredOtherwise(child) && !isForCompensation(child),
  );
}

/** Without a flow into it, since something else brings it about. */
function isEnteredOtherwise(node: FlowNode): boolean {
  const { elementType } = node.kind;
  return (
    elementType === BpmnElementType.BOUNDARY_EVENT ||
    elementType === BpmnElementType.EVENT_SUB_PROCESS ||
    elementType === BpmnElementType.START_EVENT ||
    isLinkTarget(node)
  );
}

export const adHocRules: readonly Rule<FlowNode>[] = [
  { id: 'ad-hoc-completion-condition-expression', check: checkCompletionCondition },
  { id: 'ad-hoc-job', check: checkJob },
];

export const adHocExtensionRules: readonly Rule<XmlElement>[] = [
  { id: 'ad-hoc-attributes-expression', check: checkExpressions },
  { id: 'ad-hoc-output-complete', check: checkOutput },
];

function checkCompletionCondition(node: FlowNode, report: Report): void {
  const condition = childNamed(node.xml, 'bpmn:completionCondition');
  const text = condition && bodyText(condition);
  if (condition !== undefined && text) checkIsExpression(condition, text, report);
}

/** What the worker decides with each completion of its job. */
function checkJob({ xml }: FlowNode, report: Report): void {
  const jobs = extensionsNamed(xml, 'zeebe:taskDefinition').length;
  if (jobs > 1) report(xml, `Expected at most one zeebe:taskDefinition, but found ${jobs}; keep one of them.`);
  if (jobs === 0) return;
  const decided = {
    cancelRemainingInstances: !booleanAttribute(xml, 'cancelRemainingInstances', true),
    completionCondition: childNamed(xml, 'bpmn:completionCondition') !== undefined,
    activeElementsCollection: extensionsNamed(xml, 'zeebe:adHoc').some((adHoc) =>
      adHoc.attributes.get('activeElementsCollection')?.trim(),
    ),
  };
  for (const [name, isSet] of Object.entries(decided)) {
    if (isSet) report(xml, `Must not define ${name} in combination with zeebe:taskDefinition.`);
  }
}

function checkExpressions(adHoc: XmlElement, report: Report): void {
  for (const attribute of ['activeElementsCollection', 'outputElement']) {
    const text = adHoc.attributes.get(attribute);
    if (text?.trim()) checkIsExpression(adHoc, text, report);
  }
}

function checkOutput(adHoc: XmlElement, report: Report): void {
  const hasCollection = Boolean(adHoc.attributes.get('outputCollection'));
  const hasElement = Boolean(adHoc.attributes.get('outputElement'));
  if (hasCollection !== hasElement) {
    report(adHoc, 'OutputElement and OutputCollection must both be set, or neither of them set. Add the missing one.');
  }
}
