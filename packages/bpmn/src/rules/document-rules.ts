import { descendants, type Report } from '@waggle/xml';
import type { BpmnDocument } from '../document/flow-node.ts';
import type { Rule } from './rule.ts';

/** What holds for a document as a whole. */
export const documentRules: readonly Rule<BpmnDocument>[] = [
  { id: 'root-definitions', check: checkRoot },
  { id: 'executable-process-required', check: checkExecutableProcess },
  { id: 'id-unique', check: checkIds },
];

function checkRoot({ root }: BpmnDocument, report: Report): void {
  if (root.name !== 'bpmn:definitions') {
    report(root, "Expected the root element to be 'definitions' of the BPMN 2.0 namespace; this is no BPMN document.");
  }
}

function checkExecutableProcess({ root, processes }: BpmnDocument, report: Report): void {
  if (root.name === 'bpmn:definitions' && processes.length === 0) {
    report(root, 'Must contain at least one executable process. Set isExecutable="true" on the process to deploy.');
  }
}

/** Process ids included, so that a document cannot hold two processes of one id. Diagram interchange is not looked at. */
function checkIds({ root }: BpmnDocument, report: Report): void {
  const seen = new Set<string>();
  for (const element of descendants(root)) {
    const id = element.attributes.get('id');
    if (id === undefined || !element.name.startsWith('bpmn:')) continue;
    if (seen.has(id)) report(element, `Expected every id to be used once, but '${id}' is used by several elements.`);
    seen.add(id);
  }
}
