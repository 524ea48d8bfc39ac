/** Why a text is no expression; thrown inside this package only, compileExpression turns it into a result. */
export class SyntaxProblem extends Error {
  readonly position: number;

  /** @param position offset of the first character that does not fit */
  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}

export const unexpected = (text: string, position: number): SyntaxProblem =>
  new SyntaxProblem(`Unexpected ${describePosition(text, position)}`, position);

/** `'>' at line 2, column 5`, or `end of the expression`. */
function describePosition(text: string, position: number): string {
  const found = text.slice(position).trimStart();
  if (found === '') return 'end of the expression';
  const start = text.length - found.length;
  const lines = text.slice(0, start).split('\n');
  const word = /^(?:[\p{L}\p{N}_]+|.)/u.exec(found)?.[0] ?? '';
  return `'${word.slice(0, 40)}' at line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}
