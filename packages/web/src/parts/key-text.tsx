import { Checkmark, Copy } from '@carbon/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';

const COPIED_SHOWN_MS = 1_500;

export interface KeyTextProps {
  readonly value: string;
  /** Address of what has this key. */
  readonly to?: string;
}

/** A key or id as the API spells it, with a button that copies it. */
export function KeyText({ value, to }: KeyTextProps) {
  const { parts, shell } = useTexts();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), COPIED_SHOWN_MS);
  };
  return (
    <span className="key-text">
      {to === undefined ? (
        <code title={value}>{value}</code>
      ) : (
        <Link to={to} title={value}>
          <code>{value}</code>
        </Link>
      )}
      <button
        type="button"
        aria-label={isCopied ? shell.copied : parts.copyKey(value)}
        title={isCopied ? shell.copied : parts.copy}
        onClick={(event) => {
          event.preventDefault();
          event.stopPropagation();
          void copy();
        }}
      >
        {isCopied ? <Checkmark size={16} /> : <Copy size={16} />}
      </button>
    </span>
  );
}
