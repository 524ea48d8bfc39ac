import { expect, it } from 'vitest';
import { bpmn, extensions, line, path, serviceTask } from '../test/bpmn-xml.ts';
import { formatFindings } from './format-findings.ts';
import { parseBpmn } from './parse-bpmn.ts';

function text(xml: string): string {
  const result = parseBpmn(xml, { resourceName: 'order.bpmn' });
  return result.ok ? '' : formatFindings('order.bpmn', result.findings);
}

it('should group findings by element, with the path to extension elements', () => {
  const broken = extensions('<zeebe:taskDefinition type="" retries="x"/>');

  expect(text(bpmn(line(['task'], serviceTask('task', broken) + serviceTask('other', ''))))).toBe(
    `'order.bpmn': - Element: task > extensionElements > taskDefinition
    - ERROR: Attribute 'type' must be present and not empty. It is the type of the jobs.
    - ERROR: Expected retries to be a whole number or an expression, but it is 'x'.
- Element: other
    - ERROR: Must have exactly one 'zeebe:taskDefinition' extension element. It names the job type.`,
  );
});

it('should name the process of a loop', () => {
  expect(text(bpmn(`<startEvent id="start"/><task id="task"/>${path('start', 'task', 'task')}`))).toBe(
    `'order.bpmn': - Process: process
    - ERROR: Processes are not allowed to contain a straight-through processing loop: task > task`,
  );
});

it('should give line and column where no element can be named', () => {
  expect(text('<definitions>\n  <process>')).toBe(
    `'order.bpmn': - Document
    - ERROR: Expected well-formed XML, but the parser reports: unexpected end of file. (line 2, column 12)`,
  );
});
