import { ArrowDown, ArrowUp, type CircleDash, Subtract, WarningAltFilled } from '@carbon/icons-react';
import { useTexts } from '../../texts/use-texts.ts';
import { priorityLevelOf } from './priority-level.ts';

const icons = { low: ArrowDown, medium: Subtract, high: ArrowUp, critical: WarningAltFilled } satisfies Record<
  ReturnType<typeof priorityLevelOf>,
  typeof CircleDash
>;

/** A priority as word and icon; the number on hover. */
export function Priority({ value }: { readonly value: number }) {
  const { card } = useTexts().tasklist;
  const level = priorityLevelOf(value);
  const Icon = icons[level];
  return (
    <span className="priority" data-level={level} title={`${card.priority} ${value}`}>
      <Icon size={16} aria-hidden="true" />
      {card.priorities[level]}
    </span>
  );
}
