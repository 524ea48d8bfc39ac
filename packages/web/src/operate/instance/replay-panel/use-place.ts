import { useCallback, useEffect, useRef, useState } from 'react';
import { placeOfIndex } from './time-line/time-scale.ts';

/** The address follows the slider when it rests: browsers refuse to have it changed too often. */
const ADDRESS_DELAY_MS = 200;

/**
 * The place on the time line, which stands in the address as a position of the log.
 * @param replay what the address says: a position, or `start`.
 * @param onMove changes the address.
 */
export function usePlace(
  positions: Float64Array,
  replay: number | 'start',
  onMove: (position: number) => void,
): { readonly place: number; move(place: number): void } {
  const [place, setPlace] = useState(() => placeOf(positions, replay));
  const written = useRef(replay);
  const latest = useRef(onMove);
  latest.current = onMove;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another address goes elsewhere, not more records
  useEffect(() => {
    if (replay === written.current) return;
    written.current = replay;
    setPlace(placeOf(positions, replay));
  }, [replay]);

  const position = positions[place];
  useEffect(() => {
    if (position === undefined || position === written.current) return;
    if (written.current === 'start' && place === 0) return;
    const timer = setTimeout(() => {
      written.current = position;
      latest.current(position);
    }, ADDRESS_DELAY_MS);
    return () => clearTimeout(timer);
  }, [position, place]);

  const move = useCallback((to: number) => setPlace(to), []);
  return { place: Math.min(place, Math.max(0, positions.length - 1)), move };
}

function placeOf(positions: Float64Array, replay: number | 'start'): number {
  return replay === 'start' ? 0 : placeOfIndex(positions, replay);
}
