export interface SourcePosition {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

/** Resolves offsets to positions in one pass over the text, however many offsets there are. */
export function sourcePositions(text: string, offsets: Iterable<number>): Map<number, SourcePosition> {
  const positions = new Map<number, SourcePosition>();
  let line = 1;
  let lineStart = 0;
  for (const offset of [...offsets].sort((a, b) => a - b)) {
    for (let end = text.indexOf('\n', lineStart); end !== -1 && end < offset; end = text.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = end + 1;
    }
    positions.set(offset, { line, column: offset - lineStart + 1 });
  }
  return positions;
}
