import { Button } from '@carbon/react';
import { useTexts } from '../../texts/use-texts.ts';
import { useJsonProblemText } from '../json/json-problem-text.ts';
import type { VariableEdits } from './use-variable-edits.ts';
import type { VariableDraftStore } from './variable-drafts.ts';

export interface VariableDraftsBarProps {
  readonly drafts: VariableDraftStore;
  readonly edits: VariableEdits;
  /** Whether they are saved from here. */
  readonly canSave: boolean;
  /** What is offered to be done right after all were saved. */
  readonly afterSave: { readonly text: string; run(): void } | undefined;
}

/** Stands above the variables while some are changed and not saved. */
export function VariableDraftsBar({ drafts, edits, canSave, afterSave }: VariableDraftsBarProps) {
  const texts = useTexts().variables;
  const problemText = useJsonProblemText();
  const { names, isStored, discard } = drafts;
  if (names.length === 0) return null;
  const [invalid] = edits.problems;
  const isDisabled = edits.isSaving || invalid !== undefined;
  return (
    <div className="variable-drafts" role="status">
      <span>{texts.drafts(names.length)}</span>
      {!isStored && <span>{texts.draftNotKept}</span>}
      {invalid !== undefined && (
        <span className="variable-problem">{texts.invalid(invalid[0], problemText(invalid[1]))}</span>
      )}
      {canSave && (
        <Button kind="primary" size="sm" disabled={isDisabled} onClick={() => void edits.save(names)}>
          {edits.isSaving ? texts.saving : texts.saveAll}
        </Button>
      )}
      {canSave && afterSave !== undefined && (
        <Button
          kind="tertiary"
          size="sm"
          disabled={isDisabled}
          onClick={() => void edits.save(names).then((isSaved) => isSaved && afterSave.run())}
        >
          {afterSave.text}
        </Button>
      )}
      <Button kind="ghost" size="sm" onClick={() => discard(names)}>
        {texts.discardAll}
      </Button>
    </div>
  );
}
