import type { ProcessElementStatisticsResult } from '../../../api/gen/api.ts';
import { type StateName, StateTag, stateLooks } from '../../../parts/state-tag.tsx';
import { useFormats, useTexts } from '../../../texts/use-texts.ts';

const shown: readonly (readonly [Exclude<keyof ProcessElementStatisticsResult, 'elementId'>, StateName])[] = [
  ['incidents', 'INCIDENT'],
  ['active', 'ACTIVE'],
  ['canceled', 'CANCELED'],
  ['completed', 'COMPLETED'],
];

/** How many instances an element has in each state. */
export function ElementBadges({ counts }: { readonly counts: ProcessElementStatisticsResult }) {
  const formats = useFormats();
  const { states } = useTexts();
  return (
    <span className="element-badges">
      {shown.map(([field, state]) =>
        counts[field] === 0 ? null : (
          <span
            key={field}
            className="element-badge"
            data-look={stateLooks[state]}
            title={`${states[state]}: ${formats.number(counts[field])}`}
          >
            <StateTag state={state} isIconOnly />
            {formats.compact(counts[field])}
          </span>
        ),
      )}
    </span>
  );
}
