import { Fragment } from 'react';
import { useTexts } from '../texts/use-texts.ts';

/** Apple's keyboards have another key for commands. */
const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** Keys as they stand on the keyboard: `g` then `o`, `Ctrl` `K`. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  const { shell } = useTexts();
  return (
    <span className="key-caps">
      {keys.split(' ').map((key, index) => (
        <Fragment key={key}>
          {index > 0 && <span className="key-then">{shell.keyThen}</span>}
          {key.split(/(?<=.)\+/).map((part) => (
            <kbd key={part}>{capOf(part, key.includes('mod+'), shell.keyNames)}</kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}

function capOf(part: string, isCommand: boolean, names: Readonly<Record<string, string>>): string {
  if (part === 'mod') return isApple ? '⌘' : (names.Control ?? 'Ctrl');
  // Capitals stand on the keyboard; alone they would tell of the shift key.
  if (isCommand && part.length === 1) return part.toUpperCase();
  return names[part] ?? part;
}
