import { Search } from '@carbon/icons-react';
import { KeyCaps } from '../../parts/key-caps.tsx';
import { useTexts } from '../../texts/use-texts.ts';

/** Looks like the field it opens, so that newcomers find it; says the key, so that they need it once. */
export function PaletteButton({ onOpen }: { onOpen(): void }) {
  const { palette } = useTexts();
  return (
    <button type="button" className="palette-button" aria-haspopup="dialog" title={palette.title} onClick={onOpen}>
      <Search size={16} />
      <span className="palette-button-word">{palette.open}</span>
      <span className="palette-button-keys">
        <KeyCaps keys="mod+k" />
      </span>
    </button>
  );
}
