import type { ExpressionSource } from '@waggle/bpmn';
import type { Processing } from '../../processing.ts';

const PATH = /^\s*([\p{ID_Start}_][\p{ID_Continue}_]*)(?:\s*\.\s*[\p{ID_Start}_][\p{ID_Continue}_]*)*\s*$/u;

/** The variable an expression reads when it is nothing but a variable or a property of one: `a`, `a.b`. */
export function rootVariableOf(processing: Processing, { text }: ExpressionSource): string | undefined {
  const name = PATH.exec(text)?.[1];
  if (name === undefined) return undefined;
  const compiled = processing.expressions.get(text);
  // Words such as `null` and `true` look like variables.
  return compiled.ok && compiled.expression.variableNames.has(name) ? name : undefined;
}
