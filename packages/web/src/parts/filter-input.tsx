import { TextArea, TextInput } from '@carbon/react';
import { useEffect, useId, useRef, useState } from 'react';
import { invalidProps } from './invalid-props.ts';

/** While somebody types, the list is not asked for each letter. */
const PAUSE_MS = 350;

export interface FilterInputProps {
  readonly label: string;
  /** Whether the label is only for screen readers. Default `false`. */
  readonly isLabelHidden?: boolean;
  readonly value: string;
  onChange(value: string): void;
  readonly placeholder?: string;
  readonly help?: string;
  /** What is wrong with the value. */
  readonly problem?: string | undefined;
  /** Several lines. Default `false`. */
  readonly isLong?: boolean;
  /** Takes the focus when it appears. */
  readonly hasFocus?: boolean;
}

/** A text to filter by: told of after a pause, or at once when the field is left or Enter pressed. */
export function FilterInput(props: FilterInputProps) {
  const { label, isLabelHidden = false, value, onChange, placeholder, help, problem, isLong = false, hasFocus } = props;
  const id = useId();
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const field = useRef<HTMLElement>(null);
  // What came from elsewhere, back and forth or a reset, replaces what was typed.
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (hasFocus === true) field.current?.focus();
  }, [hasFocus]);
  const tell = (text: string) => {
    clearTimeout(timer.current);
    if (text !== value) onChange(text);
  };
  const shared = {
    id,
    labelText: label,
    hideLabel: isLabelHidden,
    value: typed,
    placeholder: placeholder ?? '',
    helperText: help,
    ...invalidProps(id, problem),
    onChange: ({ target }: { target: { value: string } }) => {
      setTyped(target.value);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => tell(target.value), PAUSE_MS);
    },
    onBlur: () => tell(typed),
  };
  return isLong ? (
    <TextArea {...shared} rows={3} ref={field as React.RefObject<HTMLTextAreaElement>} />
  ) : (
    <TextInput
      {...shared}
      size="sm"
      ref={field as React.RefObject<HTMLInputElement>}
      onKeyDown={({ key }) => key === 'Enter' && tell(typed)}
    />
  );
}
