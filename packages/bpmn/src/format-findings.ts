import type { ModelFinding } from './model-finding.ts';

/**
 * Findings of one resource as text for a rejection, grouped by element, in the shape clients know from Camunda:
 *
 *     'order.bpmn': - Element: task_1 > extensionElements > taskDefinition
 *         - ERROR: Expected …
 */
export function formatFindings(resourceName: string, findings: readonly ModelFinding[]): string {
  const byPath = Map.groupBy(findings, (finding) => finding.path);
  const blocks = [...byPath].map(([path, ofElement]) => {
    const errors = ofElement.map((finding) => `    - ERROR: ${finding.message}${path === '' ? position(finding) : ''}`);
    return [path === '' ? '- Document' : `- Element: ${path}`, ...errors].join('\n');
  });
  return `'${resourceName}': ${blocks.join('\n')}`;
}

/** Only where no element can be named: a line says nothing to who drew the model. */
function position(finding: ModelFinding): string {
  return finding.line === undefined ? '' : ` (line ${finding.line}, column ${finding.column})`;
}
