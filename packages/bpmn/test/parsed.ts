import { formatFindings } from '../src/format-findings.ts';
import type { ExecutableElement, ExecutableProcess, ExpressionSource } from '../src/model.ts';
import { parseBpmn } from '../src/parse-bpmn.ts';

/** The first process of the document, which must be accepted. */
export function parse(xml: string): ExecutableProcess {
  const result = parseBpmn(xml, { resourceName: 'test.bpmn' });
  if (!result.ok) throw new Error(formatFindings('test.bpmn', result.findings));
  const process = result.model.processes[0];
  if (process === undefined) throw new Error('Expected a process in an accepted document.');
  return process;
}

/** The element with this id; the process must have it. */
export function element(process: ExecutableProcess, id: string): ExecutableElement {
  const found = process.elements.get(id);
  if (found === undefined) throw new Error(`Expected an element '${id}'.`);
  return found;
}

export const ids = (elements: readonly { readonly id: string }[]): string[] => elements.map(({ id }) => id);
export const feel = (text: string): ExpressionSource => ({ isExpression: true, text });
export const literal = (text: string): ExpressionSource => ({ isExpression: false, text });
