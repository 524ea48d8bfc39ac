import { Pending } from '@carbon/icons-react';
import { useFormats, useTexts } from '../../../texts/use-texts.ts';
import { useWaitStateText } from '../use-wait-state-text.ts';
import type { WaitState } from '../wait-state.ts';

/** More are counted. */
const SHOWN = 3;

/** What an element's instances wait for, below it. */
export function WaitStateCard({ states }: { readonly states: readonly WaitState[] }) {
  const texts = useTexts().instance;
  const formats = useFormats();
  const textOf = useWaitStateText();
  return (
    <div className="wait-state-card" data-look="waiting">
      {states.slice(0, SHOWN).map((state) => (
        <p key={`${state.elementInstanceKey} ${JSON.stringify(state.details)}`}>
          <Pending aria-hidden /> {textOf(state.details)}
        </p>
      ))}
      {states.length > SHOWN && <p>{texts.waiting.more(formats.number(states.length - SHOWN))}</p>}
    </div>
  );
}
