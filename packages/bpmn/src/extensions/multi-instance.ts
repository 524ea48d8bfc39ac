import { bodyText, booleanAttribute, childNamed, type Report, type XmlElement } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import { expressionSource } from '../model/expression-source.ts';
import type { MultiInstanceDefinition } from '../model.ts';
import { checkIsExpression } from '../rules/check-is-expression.ts';
import type { Rule } from '../rules/rule.ts';
import { extensionsNamed } from './extensions-named.ts';

export function readMultiInstance(node: FlowNode): MultiInstanceDefinition | undefined {
  const marker = markerOf(node);
  const loop = marker && extensionsNamed(marker, 'zeebe:loopCharacteristics')[0];
  if (marker === undefined || loop === undefined) return undefined;
  const outputElement = loop.attributes.get('outputElement');
  const completionCondition = childNamed(marker, 'bpmn:completionCondition');
  const condition = completionCondition && bodyText(completionCondition);
  return {
    isSequential: booleanAttribute(marker, 'isSequential', false),
    inputCollection: expressionSource(loop.attributes.get('inputCollection') ?? ''),
    inputElement: loop.attributes.get('inputElement') || undefined,
    outputCollection: loop.attributes.get('outputCollection') || undefined,
    outputElement: outputElement ? expressionSource(outputElement) : undefined,
    completionCondition: condition ? expressionSource(condition) : undefined,
  };
}

export function isMultiInstance(node: FlowNode): boolean {
  return markerOf(node) !== undefined;
}

function markerOf(node: FlowNode): XmlElement | undefined {
  return childNamed(node.xml, 'bpmn:multiInstanceLoopCharacteristics');
}

export const multiInstanceRules: readonly Rule<FlowNode>[] = [
  { id: 'multi-instance-activity', check: checkActivity },
  { id: 'multi-instance-loop-characteristics-required', check: checkLoopCharacteristics },
  { id: 'multi-instance-completion-condition-expression', check: checkCompletionCondition },
];

export const loopCharacteristicsRules: readonly Rule<XmlElement>[] = [
  { id: 'multi-instance-input-collection-expression', check: checkInputCollection },
  { id: 'multi-instance-output-complete', check: checkOutput },
  { id: 'multi-instance-output-element-expression', check: checkOutputElement },
];

function checkActivity(node: FlowNode, report: Report): void {
  if (markerOf(node) !== undefined && !node.kind.isActivity) {
    report(node.xml, `Expected a multi-instance marker on activities only, but '${node.id}' is none; remove it.`);
  }
}

function checkLoopCharacteristics(node: FlowNode, report: Report): void {
  const marker = markerOf(node);
  if (marker !== undefined && extensionsNamed(marker, 'zeebe:loopCharacteristics').length !== 1) {
    report(
      marker,
      "Must have exactly one 'zeebe:loopCharacteristics' extension element. It names the collection to go through.",
    );
  }
}

function checkCompletionCondition(node: FlowNode, report: Report): void {
  const marker = markerOf(node);
  const condition = marker && childNamed(marker, 'bpmn:completionCondition');
  const text = condition && bodyText(condition);
  if (condition !== undefined && text) checkIsExpression(condition, text, report);
}

function checkInputCollection(loop: XmlElement, report: Report): void {
  const collection = loop.attributes.get('inputCollection');
  if (collection) checkIsExpression(loop, collection, report);
  else report(loop, "Expected expression but not found. Attribute 'inputCollection' must be present and not empty.");
}

function checkOutput(loop: XmlElement, report: Report): void {
  const hasCollection = Boolean(loop.attributes.get('outputCollection'));
  const hasElement = Boolean(loop.attributes.get('outputElement'));
  if (hasCollection !== hasElement) {
    const [given, missing] = hasCollection
      ? ['outputCollection', 'outputElement']
      : ['outputElement', 'outputCollection'];
    report(loop, `Attribute '${missing}' must be present if the attribute '${given}' is set.`);
  }
}

function checkOutputElement(loop: XmlElement, report: Report): void {
  const element = loop.attributes.get('outputElement');
  if (element) checkIsExpression(loop, element, report);
}
