import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useRowHeight } from '../../../parts/use-row-height.ts';
import type { Moment } from '../../../replay/index.ts';
import { useFormats, useTexts } from '../../../texts/use-texts.ts';
import type { OpenReplay } from './use-replay.ts';

export interface HappeningListProps {
  readonly open: OpenReplay;
  readonly place: number;
  textOf(moment: Moment): string;
  onMove(place: number): void;
}

const OVERSCAN = 10;
/** Asked for at once. */
const CHUNK = 200;

/** Everything that happened, in words, one below the other; the present moment is marked. */
export function HappeningList({ open, place, textOf, onMove }: HappeningListProps) {
  const { replay: texts } = useTexts();
  const formats = useFormats();
  const scroller = useRef<HTMLDivElement>(null);
  const count = open.timeLine.indices.length;
  const rowPx = useRowHeight('tree');
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
  });
  const drawn = virtualizer.getVirtualItems();
  const moments = useMoments(open, drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: followed when it changes
  useEffect(() => {
    virtualizer.scrollToIndex(place, { align: 'auto' });
  }, [place]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    const isDown = event.key === 'ArrowDown' || event.key === 'j';
    if (!isDown && event.key !== 'ArrowUp' && event.key !== 'k') return;
    event.preventDefault();
    onMove(place + (isDown ? 1 : -1));
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>('[aria-current]')?.focus());
  };
  return (
    <div className="happening-list" ref={scroller}>
      <ol aria-label={texts.panes.happenings} style={{ height: virtualizer.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const moment = moments(index);
          return (
            <li
              key={index}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={count}
              aria-posinset={index + 1}
            >
              <button
                type="button"
                className="happening"
                aria-current={index === place ? 'step' : undefined}
                data-topic={moment?.topic}
                data-trouble={moment?.isTrouble || undefined}
                data-ahead={index > place || undefined}
                onClick={() => onMove(index)}
                onKeyDown={onKeyDown}
              >
                <time>{formats.clockTime(open.timeLine.timestamps[index]!)}</time>
                <span title={moment === undefined ? undefined : `${moment.valueType} ${moment.intent}`}>
                  {moment === undefined ? '…' : textOf(moment)}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** Gives moments by place as far as they have been told; those between the two are asked for. */
function useMoments(open: OpenReplay, first: number, last: number): (place: number) => Moment | undefined {
  const { client, timeLine } = open;
  const [told, setTold] = useState<ReadonlyMap<number, Moment>>(() => new Map());
  const asked = useRef(new Set<number>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: another replay has other moments
  useEffect(() => {
    asked.current = new Set();
    setTold(new Map());
  }, [client]);
  useEffect(() => {
    for (let chunk = Math.floor(first / CHUNK); chunk <= Math.floor(last / CHUNK); chunk++) {
      const places = Array.from({ length: CHUNK }, (_, offset) => chunk * CHUNK + offset).filter(
        (place) => place < timeLine.indices.length && !asked.current.has(place),
      );
      if (places.length === 0) continue;
      for (const place of places) asked.current.add(place);
      const indices = places.map((place) => timeLine.indices[place]!);
      client.ask('moments', { indices }).then(
        (moments) =>
          setTold((before) => new Map([...before, ...places.map((place, at) => [place, moments[at]!] as const)])),
        // The worker is gone: the page says so elsewhere.
        () => undefined,
      );
    }
  }, [client, timeLine, first, last]);
  return (place) => told.get(place);
}
