import { useEffect, useMemo, useRef, useState } from 'react';
import { useFormats, useTexts } from '../../../../texts/use-texts.ts';
import { lanes, type TimeLineData } from '../worker/moment-view.ts';
import { fractionsOf, markPaths, placeAt, type TimeScale } from './time-scale.ts';

export interface TimeLineProps {
  readonly data: TimeLineData;
  readonly scale: TimeScale;
  /** On the time line. */
  readonly place: number;
  /** The present moment in words. */
  readonly text: string;
  onMove(place: number): void;
}

const LANE_PX = 11;
const MARK_PX = 8;
/** Room at both ends for the handle. */
const EDGE_PX = 8;

/** All moments side by side: a slider over lanes with a mark for each that is about something. */
export function TimeLine({ data, scale, place, text, onMove }: TimeLineProps) {
  const { time: texts } = useTexts().replay;
  const formats = useFormats();
  const track = useRef<HTMLDivElement>(null);
  const [widthPx, setWidthPx] = useState(0);
  const fractions = useMemo(() => fractionsOf(data, scale), [data, scale]);
  const paths = useMemo(
    () => markPaths(data, fractions, widthPx, { top: 1, step: LANE_PX, height: MARK_PX }, lanes.length),
    [data, fractions, widthPx],
  );

  useEffect(() => {
    if (track.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      setWidthPx(Math.max(0, Math.floor(entry!.contentRect.width) - 2 * EDGE_PX));
    });
    observer.observe(track.current);
    return () => observer.disconnect();
  }, []);

  const moveTo = (event: React.PointerEvent<HTMLDivElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const to = placeAt(fractions, (event.clientX - left - EDGE_PX) / Math.max(1, widthPx));
    if (to !== place) onMove(to);
  };
  const handlePx = EDGE_PX + (fractions[place] ?? 0) * widthPx;
  const heightPx = lanes.length * LANE_PX;
  const count = fractions.length;
  return (
    <div className="replay-time-line">
      <ul className="replay-lanes" aria-label={texts.lanes}>
        {lanes.map((lane) => (
          <li key={lane} data-lane={lane}>
            {texts.laneNames[lane]}
          </li>
        ))}
      </ul>
      <div
        ref={track}
        className="replay-track"
        role="slider"
        tabIndex={0}
        aria-label={texts.slider}
        aria-valuemin={1}
        aria-valuemax={Math.max(1, count)}
        aria-valuenow={Math.min(place + 1, Math.max(1, count))}
        aria-valuetext={texts.sliderText(place + 1, count, text)}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          moveTo(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) moveTo(event);
        }}
      >
        <svg width="100%" height={heightPx} aria-hidden="true">
          <g transform={`translate(${EDGE_PX} 0)`}>
            {lanes.map((lane, index) => (
              <g key={lane} data-lane={lane}>
                <path className="replay-lane" d={`M0 ${1 + index * LANE_PX + MARK_PX / 2}h${widthPx}`} />
                <path className="replay-mark" d={paths[index] ?? ''} />
              </g>
            ))}
          </g>
        </svg>
        <span className="replay-passed" style={{ inlineSize: handlePx }} />
        <span className="replay-handle" style={{ insetInlineStart: handlePx }} />
      </div>
      <div className="replay-ends">
        <span>{count === 0 ? '' : formats.dateTime(new Date(data.timestamps[0]!).toISOString())}</span>
        <span>{count === 0 ? '' : formats.dateTime(new Date(data.timestamps[count - 1]!).toISOString())}</span>
      </div>
    </div>
  );
}
