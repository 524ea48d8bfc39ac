import { ChevronDown, ChevronRight } from '@carbon/icons-react';
import { type ReactNode, useState } from 'react';

export interface ExpandableRowProps {
  /** Of the button that opens it. */
  readonly label: string;
  /** Absent = there is nothing more to show. */
  readonly details?: (() => ReactNode) | undefined;
  readonly children: ReactNode;
}

/** A line of a list that opens to show what it is made of; that is asked for when it opens. */
export function ExpandableRow({ label, details, children }: ExpandableRowProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li className="expandable-row">
      <div className="expandable-line">
        {details === undefined ? (
          <span className="expandable-space" />
        ) : (
          <button
            type="button"
            className="expandable-toggle"
            aria-expanded={isOpen}
            aria-label={label}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <ChevronDown size={16} /> : <ChevronRight size={16} />}
          </button>
        )}
        {children}
      </div>
      {isOpen && details?.()}
    </li>
  );
}
