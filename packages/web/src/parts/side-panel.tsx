import { Close } from '@carbon/icons-react';
import { IconButton } from '@carbon/react';
import type { ReactNode } from 'react';
import { useKeys } from '../app/keys.ts';
import { useTexts } from '../texts/use-texts.ts';

export interface SidePanelProps {
  readonly title: string;
  onClose(): void;
  readonly children: ReactNode;
}

/** Details of what is chosen, beside the list; on a phone over it. `Esc` closes it. */
export function SidePanel({ title, onClose, children }: SidePanelProps) {
  const { parts, shell } = useTexts();
  useKeys([{ keys: 'Escape', text: shell.keyTexts.back, run: onClose }]);
  return (
    <aside className="side-panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <IconButton label={parts.close} kind="ghost" size="sm" align="left" onClick={onClose}>
          <Close />
        </IconButton>
      </header>
      {children}
    </aside>
  );
}
