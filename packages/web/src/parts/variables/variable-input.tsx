import { scanJson } from '../json/scan-json.ts';

export interface VariableInputProps {
  readonly label: string;
  readonly text: string;
  onChange(text: string): void;
  onEnd(how: 'save' | 'discard' | 'leave'): void;
}

/** A value that is edited in its row. Enter saves, Escape takes back; going elsewhere leaves a draft. */
export function VariableInput({ label, text, onChange, onEnd }: VariableInputProps) {
  const isInvalid = scanJson(text) !== undefined;
  return (
    <input
      className="variable-inline"
      aria-label={label}
      aria-invalid={isInvalid}
      // biome-ignore lint/a11y/noAutofocus: it appears because somebody wants to type
      autoFocus
      spellCheck={false}
      value={text}
      onChange={({ target }) => onChange(target.value)}
      onBlur={() => onEnd('leave')}
      onKeyDown={(event) => {
        const isEnd = event.key === 'Escape' || (event.key === 'Enter' && !isInvalid);
        if (!isEnd) return;
        event.preventDefault();
        event.stopPropagation();
        const row = event.currentTarget.closest<HTMLElement>('[role=row]');
        onEnd(event.key === 'Escape' ? 'discard' : 'save');
        row?.focus();
      }}
    />
  );
}
