import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';

/** Of both panes, for one press of an arrow key. */
const KEY_STEP = 0.05;

export interface SplitSeparatorProps {
  /** How the panes beside it lie. */
  readonly direction: 'horizontal' | 'vertical';
  /** Of the pane before it, which it makes larger and smaller. */
  readonly controls: string;
  /** Percent that the pane before it has of both. */
  readonly value: number;
  /** Told while it is moved: what the pane before it shall have of both, from 0 to 1. */
  onMove(before: number): void;
  /** It stays where it is. */
  onMoved(): void;
  /** Back to where it was at first. */
  onReset(): void;
}

/** Between two panes: dragged, moved by arrow keys, Home and End, put back by Enter or a double click. */
export function SplitSeparator({ direction, controls, value, onMove, onMoved, onReset }: SplitSeparatorProps) {
  const { parts } = useTexts();
  const [isDragged, setDragged] = useState(false);
  // From the pointer to the border, so that it does not jump when it is taken.
  const offset = useRef(0);
  const isHorizontal = direction === 'horizontal';

  const place = (event: PointerEvent<HTMLElement>) => {
    const { previousElementSibling: before, nextElementSibling: after } = event.currentTarget;
    const [start, end] = [before!.getBoundingClientRect(), after!.getBoundingClientRect()];
    return isHorizontal
      ? { at: event.clientX, from: start.left, border: start.right, both: start.width + end.width }
      : { at: event.clientY, from: start.top, border: start.bottom, both: start.height + end.height };
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const { at, border } = place(event);
    offset.current = at - border;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragged(true);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!isDragged) return;
    const { at, from, both } = place(event);
    onMove((at - offset.current - from) / both);
  };
  const stop = () => {
    if (!isDragged) return;
    setDragged(false);
    onMoved();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const part = value / 100;
    const steps: Readonly<Record<string, number>> = {
      [isHorizontal ? 'ArrowLeft' : 'ArrowUp']: part - KEY_STEP,
      [isHorizontal ? 'ArrowRight' : 'ArrowDown']: part + KEY_STEP,
      Home: 0,
      End: 1,
    };
    const wanted = steps[event.key];
    if (wanted === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (wanted === undefined) onReset();
    else onMove(wanted);
    onMoved();
  };
  return (
    <div
      role="separator"
      className="split-separator"
      tabIndex={0}
      aria-label={parts.resize}
      aria-orientation={isHorizontal ? 'vertical' : 'horizontal'}
      aria-controls={controls}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={100}
      data-dragged={isDragged || undefined}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onLostPointerCapture={stop}
      onDoubleClick={onReset}
      onKeyDown={onKeyDown}
    />
  );
}
