import type { ExpressionSource } from '../model.ts';

/** `=x + 1` is FEEL with the text `x + 1`; nothing else is changed, a blank before `=` makes it literal. */
export function expressionSource(text: string): ExpressionSource {
  return isExpression(text) ? { isExpression: true, text: text.slice(1) } : { isExpression: false, text };
}

/** For attributes that may be left out: a blank one, as editors write it, says nothing. */
export function optionalExpression(text: string | undefined): ExpressionSource | undefined {
  return text?.trim() ? expressionSource(text) : undefined;
}

export function isExpression(text: string): boolean {
  return text.startsWith('=');
}
