import { BpmnElementType } from '@waggle/protocol';
import { localName, type Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import type { ElementKind } from './element-kind.ts';

/**
 * Stands in for elements without a kind, so that flows and boundary events still resolve and the document gets one
 * finding for the element rather than one for each reference to it.
 */
export function unsupportedElementKind(tag: string): ElementKind {
  return {
    tag,
    elementType: BpmnElementType.UNSPECIFIED,
    isActivity: true,
    isConditional: true,
    loopRole: 'waits',
    rules: [{ id: 'unsupported-element', check: reportUnsupported }],
  };
}

function reportUnsupported(node: FlowNode, report: Report): void {
  const type = localName(node.xml).replace(/^./, (first) => first.toUpperCase());
  report(node.xml, `Elements of type '${type}' are currently not supported. Remove or replace '${node.id}'.`);
}
