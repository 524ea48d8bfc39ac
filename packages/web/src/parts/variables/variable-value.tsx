import { useTexts } from '../../texts/use-texts.ts';
import type { DraftedRow } from './variable-row.ts';

/** What a row shows of a value. */
const PREVIEW_LENGTH = 300;

export interface VariableValueProps {
  readonly row: DraftedRow;
  readonly isInvalid: boolean;
}

/** A value in its row: the beginning of the draft, or of what is on the server. */
export function VariableValue({ row: { draft, value, isTruncated }, isInvalid }: VariableValueProps) {
  const texts = useTexts().variables;
  const text = draft?.text ?? value;
  const preview = text.length > PREVIEW_LENGTH ? text.slice(0, PREVIEW_LENGTH) : text;
  const isCut = preview.length < text.length || (draft === undefined && isTruncated);
  const isOutdated = draft?.base !== undefined && draft.base !== value;
  return (
    <span className="variable-value">
      {draft !== undefined && (
        <span className="variable-draft-mark" data-look="suspended" title={texts.draftHelp}>
          {isOutdated ? texts.draftOutdated : texts.draft}
        </span>
      )}
      <code data-invalid={isInvalid || undefined}>{isCut ? `${preview}…` : preview}</code>
    </span>
  );
}
