import type { ModelFinding } from '@waggle/xml';
import { straightThroughLoopRule } from './rules/straight-through-loop.ts';

/**
 * Findings of one resource as text for a rejection, grouped by element, in the shape clients know from Camunda:
 *
 *     'order.bpmn': - Element: task_1 > extensionElements > taskDefinition
 *         - ERROR: Must have …
 */
export function formatFindings(resourceName: string, findings: readonly ModelFinding[]): string {
  const blocks = [...Map.groupBy(findings, headOf)].map(([head, ofElement]) => {
    const errors = ofElement.map(
      (finding) => `    - ERROR: ${finding.message}${finding.path === '' ? position(finding) : ''}`,
    );
    return [head, ...errors].join('\n');
  });
  return `'${resourceName}': ${blocks.join('\n')}`;
}

function headOf({ path, rule }: ModelFinding): string {
  if (path === '') return '- Document';
  // A loop is no fault of one element.
  return rule === straightThroughLoopRule.id ? `- Process: ${path}` : `- Element: ${path}`;
}

/** Only where no element can be named: a line says nothing to who drew the model. */
function position(finding: ModelFinding): string {
  return finding.line === undefined ? '' : ` (line ${finding.line}, column ${finding.column})`;
}
