import { expectedAt } from './expected.ts';

/** Why a text is no expression; thrown inside this package only, compileExpression turns it into a result. */
export class SyntaxProblem extends Error {
  readonly position: number;

  /** @param position offset of the first character that does not fit */
  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}

export function unexpected(text: string, position: number): SyntaxProblem {
  const place = expectedAt(text, position);
  return new SyntaxProblem(
    `Expected ${place.expected}, but found ${describePosition(text, place.position)}`,
    place.position,
  );
}

/** `'>' at line 2, column 5`, or `the end of the expression`. */
function describePosition(text: string, position: number): string {
  const found = text.slice(position).trimStart();
  if (found === '') return 'the end of the expression';
  const start = text.length - found.length;
  const lines = text.slice(0, start).split('\n');
  const word = /^(?:[\p{L}\p{N}_]+|.)/u.exec(found)?.[0] ?? '';
  return `'${word.slice(0, 40)}' at line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}
