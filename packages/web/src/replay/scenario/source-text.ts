/** TypeScript source for values that somebody else chose: whatever they hold, they stay values. */
import { splitJsonObject } from '@waggle/protocol';

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
/** A line that is longer is broken up. */
const LINE_LENGTH_MAX = 90;

/** A string literal. */
export function quoted(text: string): string {
  const body = JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\.|'/g, (found) => (found === '\\"' ? '"' : found === "'" ? "\\'" : found));
  return `'${withoutLineSeparators(body)}'`;
}

/** The text of a comment: one line, whatever is in it. */
export function commentText(text: string): string {
  return withoutLineSeparators(text.replace(/\s+/g, ' '));
}

/** An expression with the value of a JSON text. */
export function jsonLiteral(json: string, indent = ''): string {
  // A literal with this name would set the prototype.
  if (json.includes('__proto__')) return `JSON.parse(${quoted(json)})`;
  const object = json.startsWith('{') ? splitJsonObject(json) : undefined;
  if (object?.ok !== true) return withoutLineSeparators(json);
  const members = [...object.members].map(
    ([name, value]) => `${memberName(name)}: ${jsonLiteral(value, `${indent}  `)}`,
  );
  if (members.length === 0) return '{}';
  const line = `{ ${members.join(', ')} }`;
  if (indent.length + line.length <= LINE_LENGTH_MAX && !line.includes('\n')) return line;
  return `{\n${members.map((member) => `${indent}  ${member},\n`).join('')}${indent}}`;
}

/** A template literal that keeps line breaks, for documents. */
export function templateLiteral(text: string): string {
  // A template turns CR into LF by itself, so it is spelled.
  const body = text.replace(/[\\`]|\$(?=\{)/g, '\\$&').replaceAll('\r', '\\r');
  return `\`${body}\``;
}

function memberName(name: string): string {
  return IDENTIFIER.test(name) ? name : quoted(name);
}

/** They end a line in comments and older strings. */
function withoutLineSeparators(text: string): string {
  return text.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
