import { BpmnElementType } from '@waggle/protocol';
import type { Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import type { ElementKind } from './element-kind.ts';

export const processKind: ElementKind = {
  tag: 'bpmn:process',
  elementType: BpmnElementType.PROCESS,
  isScope: true,
  loopRole: 'routes',
  rules: [
    { id: 'process-id-valid', check: checkId },
    { id: 'process-start-event-required', check: checkStartEvent },
    { id: 'process-one-none-start-event', check: checkOneNoneStartEvent },
  ],
};

/** Section 1.11 of the engine semantics: also what `processDefinitionId` may be in the API. */
const processId = /^[\p{L}_][\p{L}\p{N}_\-.]*$/u;

function checkId({ id, xml }: FlowNode, report: Report): void {
  if (id !== '' && !processId.test(id)) {
    report(
      xml,
      `Expected the process id to begin with a letter or '_' and to contain only letters, digits, '_', '-' and '.', but it is '${id}'.`,
    );
  }
}

function checkStartEvent(process: FlowNode, report: Report): void {
  if (startEventsOf(process).length === 0) report(process.xml, 'Must have at least one start event');
}

function checkOneNoneStartEvent(process: FlowNode, report: Report): void {
  const none = startEventsOf(process).filter((start) => start.eventDefinitions.length === 0);
  if (none.length > 1) {
    const ids = none.map((start) => `'${start.id}'`).join(', ');
    report(process.xml, `Multiple none start events are not allowed. Keep one of ${ids}.`);
  }
}

/** The start events directly inside a scope. */
export function startEventsOf(scope: FlowNode): FlowNode[] {
  return scope.children.filter((child) => child.kind.elementType === BpmnElementType.START_EVENT);
}
