import { Checkmark, Copy, Edit, Maximize, Reset, TextShortParagraph } from '@carbon/icons-react';
import { IconButton } from '@carbon/react';
import type { ComponentType } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import type { DraftedRow } from './variable-row.ts';

export interface VariableActionsProps {
  readonly row: DraftedRow;
  readonly isEditable: boolean;
  readonly isInvalid: boolean;
  readonly isSaving: boolean;
  /** Absent = drafts are saved elsewhere. */
  readonly onSave: (() => void) | undefined;
  onChange(text: string): void;
  onDiscard(): void;
  onEdit(): void;
  onCopy(): void;
  onShow(): void;
}

/** What can be done with one variable. */
export function VariableActions(props: VariableActionsProps) {
  const { row, isEditable, isInvalid, isSaving, onSave, onChange, onDiscard, onEdit, onCopy, onShow } = props;
  const texts = useTexts().variables;
  const { name, draft } = row;
  return (
    <span className="variable-actions">
      {draft !== undefined && isEditable && (
        <>
          {isInvalid ? (
            <RowAction
              icon={TextShortParagraph}
              label={texts.asTextHelp}
              onClick={() => onChange(JSON.stringify(draft.text))}
            />
          ) : (
            onSave !== undefined && (
              <RowAction icon={Checkmark} label={texts.saveNamed(name)} isDisabled={isSaving} onClick={onSave} />
            )
          )}
          <RowAction icon={Reset} label={texts.discardNamed(name)} onClick={onDiscard} />
        </>
      )}
      {isEditable && <RowAction icon={Edit} label={texts.editNamed(name)} onClick={onEdit} />}
      {draft === undefined && <RowAction icon={Copy} label={texts.copyNamed(name)} onClick={onCopy} />}
      <RowAction icon={Maximize} label={texts.showNamed(name)} onClick={onShow} />
    </span>
  );
}

interface RowActionProps {
  readonly icon: ComponentType;
  readonly label: string;
  readonly isDisabled?: boolean;
  onClick(): void;
}

function RowAction({ icon: Icon, label, isDisabled = false, onClick }: RowActionProps) {
  return (
    <IconButton kind="ghost" size="sm" align="left" label={label} disabled={isDisabled} onClick={onClick}>
      <Icon />
    </IconButton>
  );
}
