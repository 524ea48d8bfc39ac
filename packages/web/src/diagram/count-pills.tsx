import { CheckmarkOutline, CircleSolid, Misuse, WarningAltFilled } from '@carbon/icons-react';
import { useFormats, useTexts } from '../texts/use-texts.ts';
import type { DiagramOverlay } from './bpmn-diagram.tsx';
import './count-pills.scss';

export interface ElementCounts {
  readonly active: number;
  readonly incidents: number;
  readonly canceled: number;
  readonly completed: number;
}

const kinds = [
  ['incident', 'incidents', WarningAltFilled],
  ['active', 'active', CircleSolid],
  ['canceled', 'canceled', Misuse],
  ['completed', 'completed', CheckmarkOutline],
] as const;

/** How many instances are at an element, or ended there, by what became of them. */
export function CountPills({ counts }: { readonly counts: ElementCounts }) {
  const { processes } = useTexts();
  const formats = useFormats();
  return (
    <span className="count-pills">
      {kinds.map(([look, member, Icon]) =>
        counts[member] === 0 ? null : (
          <span
            key={look}
            className="count-pill"
            data-look={look}
            role="img"
            aria-label={processes.counts[look](formats.number(counts[member]))}
            title={processes.counts[look](formats.number(counts[member]))}
          >
            <Icon size={16} aria-hidden />
            {formats.compact(counts[member])}
          </span>
        ),
      )}
    </span>
  );
}

/** At the lower edge of the element, so that its name stays readable. */
export function countOverlay(elementId: string, counts: ElementCounts): DiagramOverlay {
  return {
    id: `counts ${elementId}`,
    elementId,
    position: { bottom: 15, left: -9 },
    // Events and gateways would be covered, and have their names below.
    positionIfSmall: { top: -13, left: -13 },
    content: <CountPills counts={counts} />,
  };
}
