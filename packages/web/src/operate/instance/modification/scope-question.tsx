import { Dialog } from '../../../parts/dialog.tsx';
import { useFormats, useTexts } from '../../../texts/use-texts.ts';
import { SCOPES_MAX } from './running-scopes.ts';
import type { ScopeChoice } from './token-placement.ts';

/** Key of the scope, or a new one. */
export type ScopeAnswer = string | 'another';

export interface ScopeQuestionProps {
  readonly choice: ScopeChoice;
  /** Numbers of loop items by key. */
  readonly items: ReadonlyMap<string, string>;
  onAnswer(answer: ScopeAnswer): void;
  onClose(): void;
}

/** Asks which of several running scopes a token goes into. */
export function ScopeQuestion({ choice, items, onAnswer, onClose }: ScopeQuestionProps) {
  const { modification: texts } = useTexts();
  const formats = useFormats();
  const name = choice.scope?.name ?? '';
  return (
    <Dialog passiveModal size="sm" modalHeading={texts.which(name)} onRequestClose={onClose}>
      <p>{texts.whichHelp}</p>
      <ul className="scope-choices">
        {choice.choices.map(({ key, startDate }) => {
          const item = items.get(key);
          return (
            <li key={key}>
              <button type="button" onClick={() => onAnswer(key)}>
                {item !== undefined && <strong>{texts.whichItem(item)}</strong>}
                <code>{key}</code>
                <span>{texts.whichStarted(formats.dateTime(startDate))}</span>
              </button>
            </li>
          );
        })}
        {choice.mayOpenAnother && (
          <li>
            <button type="button" onClick={() => onAnswer('another')}>
              <strong>{texts.whichAnother(name)}</strong>
            </button>
          </li>
        )}
      </ul>
      {choice.choices.length >= SCOPES_MAX && <p>{texts.whichMore(SCOPES_MAX)}</p>}
    </Dialog>
  );
}
