import { Code, Link as LinkIcon, Time, Undo } from '@carbon/icons-react';
import { Button, IconButton, Toggle } from '@carbon/react';
import { StateTag } from '../../../parts/state-tag.tsx';
import { useIsNarrow } from '../../../parts/use-media.ts';
import { useFormats, useTexts } from '../../../texts/use-texts.ts';
import type { MomentView } from './worker/moment-view.ts';

export interface ReplayBannerProps {
  readonly view: MomentView | undefined;
  readonly place: number;
  readonly count: number;
  /** The instance goes on. */
  readonly isRunning: boolean;
  readonly isFollowing: boolean;
  /** More was recorded, and is added only when it is asked for. */
  readonly hasMore: boolean;
  readonly isExtending: boolean;
  onFollow(isFollowing: boolean): void;
  onExtend(): void;
  onCopyLink(): void;
  onCopyAsTest(): void;
  onClose(): void;
}

/** Says that this is not now, and leads back. */
export function ReplayBanner(props: ReplayBannerProps) {
  const { view, place, count, isRunning, isFollowing, hasMore, isExtending } = props;
  const { replay: texts } = useTexts();
  const formats = useFormats();
  const isNarrow = useIsNarrow();
  const isLast = place === count - 1;
  const lead = !isLast ? texts.banner.past : isRunning ? texts.banner.latest : texts.banner.end;
  return (
    <div className="replay-banner" data-look="waiting">
      <Time aria-hidden />
      <h2>
        {lead}
        {view !== undefined && (
          <>
            {' '}
            <time dateTime={new Date(view.timestamp).toISOString()}>
              {formats.exactTime(new Date(view.timestamp).toISOString())}
            </time>
          </>
        )}
      </h2>
      {view?.state !== undefined && <StateTag state={view.incidents.total > 0 ? 'INCIDENT' : view.state} />}
      <span className="replay-banner-actions">
        {hasMore && (
          <Button kind="ghost" size="sm" disabled={isExtending} onClick={props.onExtend}>
            {texts.banner.loadMore}
          </Button>
        )}
        {isRunning && (
          <Toggle
            id="replay-follow"
            size="sm"
            labelText={texts.banner.follow}
            hideLabel
            toggled={isFollowing}
            onToggle={props.onFollow}
          />
        )}
        {isNarrow ? (
          <>
            <IconButton label={texts.banner.copyLink} kind="ghost" size="sm" align="bottom" onClick={props.onCopyLink}>
              <LinkIcon />
            </IconButton>
            <IconButton
              label={texts.banner.copyAsTest}
              kind="ghost"
              size="sm"
              align="bottom-end"
              onClick={props.onCopyAsTest}
            >
              <Code />
            </IconButton>
            <IconButton label={texts.backToNow} kind="tertiary" size="sm" align="bottom-end" onClick={props.onClose}>
              <Undo />
            </IconButton>
          </>
        ) : (
          <>
            <Button kind="ghost" size="sm" renderIcon={LinkIcon} onClick={props.onCopyLink}>
              {texts.banner.copyLink}
            </Button>
            <Button kind="ghost" size="sm" renderIcon={Code} onClick={props.onCopyAsTest}>
              {texts.banner.copyAsTest}
            </Button>
            <Button kind="tertiary" size="sm" renderIcon={Undo} onClick={props.onClose}>
              {texts.backToNow}
            </Button>
          </>
        )}
      </span>
    </div>
  );
}
