import { useFormats, useTexts } from '../../../texts/use-texts.ts';
import type { TokenChange } from './modification-plan.ts';

export interface PlannedBadgesProps {
  /** How many tokens are there now. */
  readonly count: number;
  readonly change: TokenChange | undefined;
  /** Names of where they are going. */
  readonly movesTo: readonly string[];
}

/** How many tokens an element has, and dashed what the plan takes and gives. */
export function PlannedBadges({ count, change, movesTo }: PlannedBadgesProps) {
  const formats = useFormats();
  const { modification: texts } = useTexts();
  const { minus = 0, plus = 0 } = change ?? {};
  if (count === 0 && minus === 0 && plus === 0) return null;
  return (
    <span className="token-badges">
      {count > 0 && (
        <span className="token-badge" data-look="active" title={texts.tokenCount(count)}>
          {formats.compact(count)}
        </span>
      )}
      {minus > 0 && (
        <span
          className="token-badge"
          data-planned
          data-look="canceled"
          title={movesTo.length > 0 ? texts.willMove(formats.list(movesTo)) : texts.willEnd}
        >
          {movesTo.length > 0 ? `−${formats.compact(minus)} →` : `−${formats.compact(minus)}`}
        </span>
      )}
      {plus > 0 && (
        <span className="token-badge" data-planned data-look="waiting">
          +{formats.compact(plus)}
        </span>
      )}
    </span>
  );
}
