import { type JsonTokenKind, scanJson } from './scan-json.ts';

const INDENT = '  ';

/**
 * Writes JSON with one property or item a line. Changes nothing but space: numbers keep their digits, doubled
 * properties stay.
 * @returns the text as it is when it is no JSON.
 */
export function formatJson(text: string): string {
  const written: string[] = [];
  let depth = 0;
  let previous: JsonTokenKind | undefined;
  const lineBreak = () => `\n${INDENT.repeat(depth)}`;
  const problem = scanJson(text, (kind, start, end) => {
    if (kind === '}' || kind === ']') {
      depth -= 1;
      if (previous !== '{' && previous !== '[') written.push(lineBreak());
    } else if (previous === '{' || previous === '[' || previous === ',') {
      written.push(lineBreak());
    } else if (previous === ':') {
      written.push(' ');
    }
    written.push(text.slice(start, end));
    if (kind === '{' || kind === '[') depth += 1;
    previous = kind;
  });
  return problem === undefined ? written.join('') : text;
}

/** Writes JSON on one line, changing nothing but space. @returns the text as it is when it is no JSON. */
export function compactJson(text: string): string {
  const written: string[] = [];
  const problem = scanJson(text, (_, start, end) => written.push(text.slice(start, end)));
  return problem === undefined ? written.join('') : text;
}
