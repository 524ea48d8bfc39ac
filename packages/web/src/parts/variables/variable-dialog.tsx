import { Copy } from '@carbon/icons-react';
import { Button, ContentSwitcher, Switch } from '@carbon/react';
import { useEffect, useState } from 'react';
import { ApiProblem } from '../../api/api-problem.ts';
import { useFormats, useTexts } from '../../texts/use-texts.ts';
import { Dialog } from '../dialog.tsx';
import { compactJson, formatJson } from '../json/format-json.ts';
import { JsonEditor } from '../json/json-editor.tsx';
import { JsonView } from '../json/json-view.tsx';
import { scanJson } from '../json/scan-json.ts';
import { PageSkeleton } from '../page-skeleton.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import type { VariableDraft } from './variable-drafts.ts';
import type { VariableRow } from './variable-row.ts';

export interface VariableDialogProps {
  readonly row: VariableRow;
  readonly draft: VariableDraft | undefined;
  readonly isEditable: boolean;
  readonly canSave: boolean;
  readonly isSaving: boolean;
  loadWhole(row: VariableRow): Promise<string>;
  /** @param base the whole value as it is on the server. */
  onChange(text: string, base: string): void;
  onSave(): void;
  onDiscard(): void;
  onClose(): void;
}

/** Longer texts are taken as changed once they were touched. */
const COMPARED_LENGTH_MAX = 200_000;

/** A whole value: as text to edit and to search in, or as a tree to look at. */
export function VariableDialog(props: VariableDialogProps) {
  const { row, draft, isEditable, canSave, isSaving, loadWhole, onChange, onSave, onDiscard, onClose } = props;
  const { variables: texts, parts } = useTexts();
  const formats = useFormats();
  const [whole, setWhole] = useState<string | undefined>(row.isTruncated ? undefined : row.value);
  const [problem, setProblem] = useState<ApiProblem>();
  const [attempt, setAttempt] = useState(0);
  const [look, setLook] = useState<'text' | 'tree'>('text');
  // Shown with a property a line; what is saved is what is typed.
  const [text, setText] = useState<string | undefined>(() =>
    draft !== undefined ? draft.text : row.isTruncated ? undefined : formatJson(row.value),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each row and attempt
  useEffect(() => {
    if (!row.isTruncated) return;
    let isGone = false;
    setProblem(undefined);
    loadWhole(row).then(
      (loaded) => {
        if (isGone) return;
        setWhole(loaded);
        setText((present) => present ?? formatJson(loaded));
      },
      (error: unknown) => {
        if (!isGone && error instanceof ApiProblem) setProblem(error);
      },
    );
    return () => {
      isGone = true;
    };
  }, [row.variableKey, attempt]);

  const change = (changed: string) => {
    setText(changed);
    if (whole === undefined && draft === undefined) return;
    const isSame =
      whole !== undefined && changed.length <= COMPARED_LENGTH_MAX && compactJson(changed) === compactJson(whole);
    onChange(isSame ? (whole ?? changed) : changed, whole ?? '');
  };
  const hasChanges = draft !== undefined;
  const isValid = text !== undefined && scanJson(text) === undefined;
  return (
    <Dialog
      size="lg"
      className="variable-dialog"
      modalHeading={row.name}
      modalLabel={text === undefined ? texts.value : `${texts.value} · ${formats.bytes(text.length)}`}
      passiveModal={!isEditable || !canSave}
      primaryButtonText={isSaving ? texts.saving : texts.save}
      secondaryButtonText={parts.close}
      primaryButtonDisabled={!hasChanges || !isValid || isSaving}
      onRequestSubmit={onSave}
      onRequestClose={onClose}
      preventCloseOnClickOutside={isEditable && canSave}
      isFullWidth
    >
      {problem !== undefined ? (
        <ProblemNotice problem={problem} onRetry={() => setAttempt(attempt + 1)} />
      ) : text === undefined ? (
        <PageSkeleton />
      ) : (
        <>
          <div className="variable-dialog-bar">
            <ContentSwitcher
              size="sm"
              selectedIndex={look === 'text' ? 0 : 1}
              onChange={({ name }) => setLook(name === 'tree' ? 'tree' : 'text')}
            >
              <Switch name="text" text={texts.text} />
              <Switch name="tree" text={texts.tree} />
            </ContentSwitcher>
            {isEditable && look === 'text' && (
              <>
                <Button kind="ghost" size="sm" disabled={!isValid} onClick={() => setText(formatJson(text))}>
                  {texts.format}
                </Button>
                <Button kind="ghost" size="sm" disabled={!isValid} onClick={() => setText(compactJson(text))}>
                  {texts.compact}
                </Button>
                {!isValid && (
                  <Button kind="ghost" size="sm" onClick={() => change(JSON.stringify(text))}>
                    {texts.asText}
                  </Button>
                )}
              </>
            )}
            <Button kind="ghost" size="sm" renderIcon={Copy} onClick={() => void navigator.clipboard.writeText(text)}>
              {texts.copyValue}
            </Button>
            {isEditable && hasChanges && (
              <Button
                kind="ghost"
                size="sm"
                onClick={() => {
                  onDiscard();
                  setText(whole === undefined ? undefined : formatJson(whole));
                }}
              >
                {texts.discard}
              </Button>
            )}
          </div>
          {look === 'tree' ? (
            <JsonView text={text} label={texts.editorLabel(row.name)} />
          ) : (
            <JsonEditor
              label={texts.editorLabel(row.name)}
              text={text}
              isReadOnly={!isEditable}
              hasFocus
              onChange={change}
              onSubmit={() => {
                if (hasChanges && isValid && canSave) onSave();
              }}
            />
          )}
        </>
      )}
    </Dialog>
  );
}
