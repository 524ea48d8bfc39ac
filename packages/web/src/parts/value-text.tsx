import { useState } from 'react';
import { useFormats, useTexts } from '../texts/use-texts.ts';

/** Longer values are cut there. */
const SHOWN_MAX = 300;
/** More characters at once make a page slow. */
const OPENED_MAX = 100_000;

/** A value from a process, as the text it is; long ones open on demand. */
export function ValueText({ value }: { readonly value: string }) {
  const { parts } = useTexts();
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  if (value.length <= SHOWN_MAX) return <code className="value-text">{value}</code>;
  const shownMax = isOpen ? OPENED_MAX : SHOWN_MAX;
  return (
    <span className="value-text">
      <code>{value.length > shownMax ? `${value.slice(0, shownMax)}…` : value}</code>{' '}
      <button type="button" className="value-text-more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? parts.showLess : parts.showAll(formats.bytes(value.length))}
      </button>
    </span>
  );
}
