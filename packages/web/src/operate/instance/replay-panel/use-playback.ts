import { useEffect, useMemo, useState } from 'react';
import { type PlaySpeed, playDelayMs } from './play-speed.ts';
import { type ShownMoment, useMomentView } from './use-moment-view.ts';
import { usePlace } from './use-place.ts';
import type { OpenReplay } from './use-replay.ts';
import type { MomentQuery } from './worker/moment-view.ts';

export interface PlaybackOptions {
  /** What the address says: a position, or `start`. */
  readonly replay: number | 'start';
  /** What else is asked of each moment. */
  readonly query: Omit<MomentQuery, 'index'>;
  /** Changes the address. */
  onMove(position: number): void;
}

export interface Playback extends ShownMoment {
  /** On the time line, from 0. */
  readonly place: number;
  readonly last: number;
  /** Of the place among all records. */
  readonly index: number;
  /** Ms until what comes next happened; `undefined` at the end. */
  readonly gapMs: number | undefined;
  /** Places. */
  readonly previousIncident: number | undefined;
  readonly nextIncident: number | undefined;
  readonly isPlaying: boolean;
  readonly speed: PlaySpeed;
  /** Whether it stays at the end, where new records come. */
  readonly isFollowing: boolean;
  /** By hand: ends playing and following. @param place `undefined` = there is nothing to go to. */
  goTo(place: number | undefined): void;
  play(isOn: boolean): void;
  changeSpeed(speed: PlaySpeed): void;
  follow(isOn: boolean): void;
}

/** Where on its time line a replay is, what is seen there, and how it goes on. */
export function usePlayback(open: OpenReplay, { replay, query, onMove }: PlaybackOptions): Playback {
  const { indices, positions, timestamps, incidents } = open.timeLine;
  const { place, move } = usePlace(positions, replay, onMove);
  const [isPlaying, setPlaying] = useState(false);
  const [speed, changeSpeed] = useState<PlaySpeed>('1');
  const [isFollowing, setFollowing] = useState(false);
  const last = indices.length - 1;
  const index = indices[place]!;
  const moment = useMomentView(
    open,
    useMemo(() => ({ ...query, index }), [query, index]),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: goes along only when there is more
  useEffect(() => {
    if (isFollowing) move(last);
  }, [isFollowing, last]);

  const gapMs = place < last ? timestamps[place + 1]! - timestamps[place]! : undefined;
  const isThere = moment.view?.moment.index === index;
  useEffect(() => {
    if (!isPlaying || !isThere) return;
    if (gapMs === undefined) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => move(place + 1), playDelayMs(speed, gapMs));
    return () => clearTimeout(timer);
  }, [isPlaying, isThere, gapMs, place, speed, move]);

  return {
    ...moment,
    place,
    last,
    index,
    gapMs,
    previousIncident: incidents.findLast((each) => each < place),
    nextIncident: incidents.find((each) => each > place),
    isPlaying,
    speed,
    isFollowing,
    goTo: (to) => {
      if (to === undefined) return;
      setPlaying(false);
      setFollowing(false);
      move(Math.max(0, Math.min(last, to)));
    },
    play: (isOn) => {
      setFollowing(false);
      setPlaying(isOn);
      if (isOn && place === last) move(0);
    },
    changeSpeed,
    follow: (isOn) => {
      setPlaying(false);
      setFollowing(isOn);
    },
  };
}
