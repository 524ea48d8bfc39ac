import { useMemo } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import { formatJson } from './format-json.ts';
import { type DiffLine, lineDiff } from './line-diff.ts';
import './json-diff.scss';

export interface JsonDiffProps {
  /** JSON; `undefined` = there was none. */
  readonly before: string | undefined;
  readonly after: string;
}

/** Longer values are not compared while somebody waits. */
const COMPARED_LENGTH_MAX = 100_000;
/** Lines that did not change are shown this far around those that did. */
const CONTEXT_LINES = 2;
const signs = { same: ' ', removed: '−', added: '+' } as const;

/** What changes in a value, line by line. */
export function JsonDiff({ before, after }: JsonDiffProps) {
  const { parts } = useTexts();
  const lines = useMemo(() => {
    if ((before?.length ?? 0) + after.length > COMPARED_LENGTH_MAX) return undefined;
    const compared = lineDiff(before === undefined ? '' : formatJson(before), formatJson(after));
    return compared?.filter((_, index) =>
      compared.slice(Math.max(0, index - CONTEXT_LINES), index + CONTEXT_LINES + 1).some(({ kind }) => kind !== 'same'),
    );
  }, [before, after]);
  if (lines === undefined) return <p className="json-diff-note">{parts.diffTooLong}</p>;
  if (lines.length === 0) return <p className="json-diff-note">{parts.diffSame}</p>;
  return (
    <pre className="json-diff">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing else, and never move
        <Line key={index} {...line} />
      ))}
    </pre>
  );
}

function Line({ kind, text }: DiffLine) {
  const { parts } = useTexts();
  const word = kind === 'same' ? '' : kind === 'added' ? parts.diffAdded : parts.diffRemoved;
  return (
    <span className="json-diff-line" data-kind={kind}>
      <span aria-hidden="true">{signs[kind]} </span>
      {word !== '' && <span className="visually-hidden">{word} </span>}
      {text}
      {'\n'}
    </span>
  );
}
