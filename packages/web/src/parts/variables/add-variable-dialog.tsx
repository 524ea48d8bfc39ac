import { Button, RadioButton, RadioButtonGroup, TextInput } from '@carbon/react';
import { useState } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import { Dialog } from '../dialog.tsx';
import { JsonEditor } from '../json/json-editor.tsx';
import { scanJson } from '../json/scan-json.ts';
import { isPlainName, variableNameProblem } from './variable-name.ts';

export interface AddVariableDialogProps {
  readonly taken: ReadonlySet<string>;
  readonly hasScopeChoice: boolean;
  onAdd(name: string, text: string, isLocal: boolean): void;
  onClose(): void;
}

/** What was typed, kept when the dialog is closed by mistake. */
let left = { name: '', text: '' };

export function AddVariableDialog({ taken, hasScopeChoice, onAdd, onClose }: AddVariableDialogProps) {
  const { variables: texts, parts } = useTexts();
  const [name, setName] = useState(left.name);
  const [text, setText] = useState(left.text);
  const [isLocal, setLocal] = useState(true);
  const [isTried, setTried] = useState(false);
  left = { name, text };
  const nameProblem = variableNameProblem(name, taken);
  const isValid = scanJson(text) === undefined;
  const isNameTold = nameProblem !== undefined && (isTried || (name !== '' && nameProblem !== 'nameMissing'));
  const add = () => {
    setTried(true);
    if (nameProblem !== undefined || !isValid) return;
    left = { name: '', text: '' };
    onAdd(name, text, isLocal);
  };
  return (
    <Dialog
      size="md"
      className="variable-dialog"
      modalHeading={texts.addTitle}
      primaryButtonText={texts.add}
      secondaryButtonText={parts.cancel}
      onRequestSubmit={add}
      onRequestClose={onClose}
      selectorPrimaryFocus="#variable-name"
    >
      <TextInput
        id="variable-name"
        labelText={texts.name}
        placeholder={texts.namePlaceholder}
        value={name}
        onChange={({ target }) => setName(target.value)}
        invalid={isNameTold}
        // Not all screen readers know of an error's message otherwise.
        {...(isNameTold ? { 'aria-describedby': 'variable-name-error-msg' } : {})}
        invalidText={nameProblem === undefined ? '' : texts[nameProblem]}
        warn={nameProblem === undefined && !isPlainName(name)}
        warnText={texts.nameNeedsQuotes}
        autoComplete="off"
        spellCheck={false}
      />
      <div className="variable-dialog-bar">
        <span className="cds--label">{texts.value}</span>
        {!isValid && text !== '' && (
          <Button kind="ghost" size="sm" onClick={() => setText(JSON.stringify(text))}>
            {texts.asText}
          </Button>
        )}
      </div>
      <JsonEditor label={texts.editorLabel(name)} text={text} onChange={setText} onSubmit={add} />
      {hasScopeChoice && (
        <RadioButtonGroup
          legendText={texts.scope}
          name="variable-scope"
          orientation="vertical"
          valueSelected={isLocal ? 'local' : 'propagated'}
          onChange={(value) => setLocal(value === 'local')}
        >
          <RadioButton id="variable-scope-local" value="local" labelText={texts.scopeLocal} />
          <RadioButton id="variable-scope-propagated" value="propagated" labelText={texts.scopePropagated} />
        </RadioButtonGroup>
      )}
    </Dialog>
  );
}
