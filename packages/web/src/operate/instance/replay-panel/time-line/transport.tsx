import {
  ChevronLeft,
  ChevronRight,
  PauseFilled,
  PlayFilledAlt,
  SkipBackFilled,
  SkipForwardFilled,
  WarningAlt,
} from '@carbon/icons-react';
import { ContentSwitcher, IconButton, Select, SelectItem, Switch } from '@carbon/react';
import { useTexts } from '../../../../texts/use-texts.ts';
import { type PlaySpeed, playSpeeds } from '../play-speed.ts';
import { type TimeScale, timeScales } from './time-scale.ts';

export interface TransportProps {
  readonly isPlaying: boolean;
  readonly speed: PlaySpeed;
  readonly scale: TimeScale;
  /** Whether there is something in that direction. */
  readonly can: {
    readonly back: boolean;
    readonly forward: boolean;
    readonly toPrevious: boolean;
    readonly toNext: boolean;
  };
  onPlay(isPlaying: boolean): void;
  onSpeed(speed: PlaySpeed): void;
  onScale(scale: TimeScale): void;
  onMove(where: 'first' | 'back' | 'forward' | 'last' | 'previousIncident' | 'nextIncident'): void;
}

/** Buttons that move through time. */
export function Transport({ isPlaying, speed, scale, can, onPlay, onSpeed, onScale, onMove }: TransportProps) {
  const { transport: texts } = useTexts().replay;
  const button = (label: string, isEnabled: boolean, run: () => void, icon: React.ReactNode) => (
    <IconButton label={label} kind="ghost" size="sm" align="bottom" disabled={!isEnabled} onClick={run}>
      {icon}
    </IconButton>
  );
  return (
    <div className="replay-transport" role="toolbar" aria-label={texts.toolbar}>
      <span className="replay-buttons">
        <span className="replay-to-end">
          {button(texts.first, can.back, () => onMove('first'), <SkipBackFilled />)}
        </span>
        {button(texts.back, can.back, () => onMove('back'), <ChevronLeft />)}
        {button(
          isPlaying ? texts.pause : texts.play,
          can.forward || isPlaying,
          () => onPlay(!isPlaying),
          isPlaying ? <PauseFilled /> : <PlayFilledAlt />,
        )}
        {button(texts.forward, can.forward, () => onMove('forward'), <ChevronRight />)}
        <span className="replay-to-end">
          {button(texts.last, can.forward, () => onMove('last'), <SkipForwardFilled />)}
        </span>
      </span>
      <span className="replay-buttons" data-look="incident">
        {button(
          texts.previousIncident,
          can.toPrevious,
          () => onMove('previousIncident'),
          <span className="replay-incident-step">
            <ChevronLeft />
            <WarningAlt />
          </span>,
        )}
        {button(
          texts.nextIncident,
          can.toNext,
          () => onMove('nextIncident'),
          <span className="replay-incident-step">
            <WarningAlt />
            <ChevronRight />
          </span>,
        )}
      </span>
      <Select
        id="replay-speed"
        className="replay-speed"
        size="sm"
        inline
        labelText={texts.speed}
        value={speed}
        onChange={({ target }) => onSpeed(target.value as PlaySpeed)}
      >
        {playSpeeds.map((each) => (
          <SelectItem key={each} value={each} text={texts.speeds[each]} />
        ))}
      </Select>
      <ContentSwitcher
        size="sm"
        className="replay-scale"
        aria-label={texts.scale}
        selectedIndex={timeScales.indexOf(scale)}
        onChange={({ name }) => onScale(name as TimeScale)}
      >
        {timeScales.map((each) => (
          <Switch key={each} name={each} text={texts.scales[each]} />
        ))}
      </ContentSwitcher>
    </div>
  );
}
