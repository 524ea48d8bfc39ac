import { useEffect, useMemo, useState } from 'react';
import { useKeys } from '../../../app/keys.ts';
import { notify } from '../../../app/notifications.ts';
import { SplitPanes } from '../../../parts/split-panes.tsx';
import { useIsNarrow } from '../../../parts/use-media.ts';
import { useFormats, useTexts } from '../../../texts/use-texts.ts';
import { useProcessModel } from '../../model/use-process-model.ts';
import { CopyAsTest } from './copy-as-test.tsx';
import { HappeningList } from './happening-list.tsx';
import { MomentVariables } from './moment-variables.tsx';
import { OpenParts } from './open-parts.tsx';
import { ReplayBanner } from './replay-banner.tsx';
import { ReplayDiagram } from './replay-diagram.tsx';
import type { ReplayPanelProps } from './replay-panel.tsx';
import { ReplayProblems } from './replay-problems.tsx';
import { ReplayTree } from './replay-tree.tsx';
import { TimeLine } from './time-line/time-line.tsx';
import { placeOfIndex, type TimeScale } from './time-line/time-scale.ts';
import { Transport } from './time-line/transport.tsx';
import { useHappeningText } from './use-happening-text.ts';
import { useNewRecords } from './use-new-records.ts';
import { usePlayback } from './use-playback.ts';
import type { OpenReplay } from './use-replay.ts';
import type { TreeRow } from './worker/moment-view.ts';

export interface ReplayBoardProps extends ReplayPanelProps {
  readonly open: OpenReplay;
  readonly isExtending: boolean;
  onExtend(): void;
}

/** Steps of Shift and an arrow. */
const LEAP = 10;
/** What has been recorded since is added at once to no more records than these: adding folds them all again. */
const EXTENDED_RECORDS_MAX = 20_000;

export function ReplayBoard(props: ReplayBoardProps) {
  const { instance, open, isExtending, element, elementInstance, onMove, onSelect, onClose, onExtend } = props;
  const { replay: texts } = useTexts();
  const formats = useFormats();
  const isNarrow = useIsNarrow();
  const { timeLine } = open;
  const [scale, setScale] = useState<TimeScale>('step');
  const [isCopying, setCopying] = useState(false);
  const [opened, setOpened] = useState<Readonly<Record<string, boolean>>>({});
  const [limits, setLimits] = useState<Readonly<Record<string, number>>>({});

  const query = useMemo(() => ({ scopeKey: elementInstance, opened, limits }), [elementInstance, opened, limits]);
  const playback = usePlayback(open, { replay: props.replay, query, onMove });
  const { view, error, place, last, index, gapMs, previousIncident, nextIncident, isPlaying, goTo } = playback;
  const { xml, model, problem, retry } = useProcessModel(
    view?.definition?.processDefinitionKey ?? instance.processDefinitionKey,
  );
  const textOf = useHappeningText(model);
  const text = view === undefined ? '' : textOf(view.moment);

  // Live: what is recorded meanwhile is added at the end; the moment that is looked at stays.
  const isRunning = instance.endDate === null;
  const isCut = open.problems.some(({ kind }) => kind === 'tooManyRecords');
  const hasNews = useNewRecords(instance.processInstanceKey, open.lastPosition) && !isCut;
  const isSmall = open.records <= EXTENDED_RECORDS_MAX;
  useEffect(() => {
    if (hasNews && isSmall && !isExtending) onExtend();
  }, [hasNews, isSmall, isExtending, onExtend]);

  const copyLink = async () => {
    const address = new URL(location.href);
    address.searchParams.set('replay', String(timeLine.positions[place]));
    await navigator.clipboard.writeText(address.href);
    notify({ kind: 'success', title: texts.linkCopied });
  };
  const step = (event: KeyboardEvent, direction: 1 | -1) => {
    // These have a use of their own for arrows.
    if (event.target instanceof Element && event.target.closest('[role=tablist], [role=tree], [role=separator]'))
      return;
    goTo(place + direction * (event.shiftKey ? LEAP : 1));
  };
  useKeys([
    { keys: 'ArrowLeft', text: texts.keys.back, isMove: true, run: (event) => step(event, -1) },
    { keys: 'ArrowRight', text: texts.keys.forward, isMove: true, run: (event) => step(event, 1) },
    { keys: 'Home', text: texts.keys.first, run: () => goTo(0) },
    { keys: 'End', text: texts.keys.last, run: () => goTo(last) },
    { keys: 'Space', text: texts.keys.play, run: () => playback.play(!isPlaying) },
    { keys: 'i', text: texts.keys.nextIncident, run: () => goTo(nextIncident) },
    { keys: 'I', text: texts.keys.previousIncident, run: () => goTo(previousIncident) },
    { keys: 'Escape', text: texts.backToNow, run: onClose },
  ]);

  const nameOf = (elementId: string) => model?.elements.get(elementId)?.name ?? elementId;
  const panes = {
    diagram: {
      id: 'diagram',
      name: texts.panes.diagram,
      size: 68,
      content: (
        <ReplayDiagram
          xml={xml}
          model={model}
          problem={problem}
          onRetry={retry}
          view={view}
          isPlaying={isPlaying}
          elementId={element}
          onSelect={(id) => onSelect(id, view === undefined ? undefined : latestOf(view.rows, id))}
        />
      ),
    },
    happenings: {
      id: 'happenings',
      name: texts.panes.happenings,
      size: 32,
      content: <HappeningList open={open} place={place} textOf={textOf} onMove={goTo} />,
    },
    tree: {
      id: 'tree',
      name: texts.panes.tree,
      size: 34,
      content: (
        <ReplayTree
          rows={view?.rows ?? []}
          selectedKey={view?.scope?.key}
          elementId={element}
          nameOf={nameOf}
          onOpen={(key, isOpen) => setOpened((before) => ({ ...before, [key]: isOpen }))}
          onMore={(key, limit) => setLimits((before) => ({ ...before, [key]: limit }))}
          onSelect={(row) =>
            row.scopeKey === '' ? onSelect(undefined) : onSelect(row.elementId || undefined, row.key)
          }
        />
      ),
    },
    variables: {
      id: 'variables',
      name: texts.panes.variables,
      size: 33,
      content: (
        <MomentVariables
          open={open}
          view={view}
          nameOf={nameOf}
          onMoveTo={(to) => goTo(placeOfIndex(timeLine.indices, to))}
        />
      ),
    },
    parts: {
      id: 'parts',
      name: texts.panes.parts,
      size: 33,
      content: <OpenParts view={view} nameOf={nameOf} onSelect={onSelect} />,
    },
  };
  return (
    <div className="replay">
      <ReplayBanner
        view={view}
        place={place}
        count={last + 1}
        isRunning={isRunning}
        isFollowing={playback.isFollowing}
        hasMore={hasNews && !isSmall}
        isExtending={isExtending}
        onFollow={playback.follow}
        onExtend={onExtend}
        onCopyLink={() => void copyLink()}
        onCopyAsTest={() => setCopying(true)}
        onClose={onClose}
      />
      <ReplayProblems open={open} />
      <section className="replay-time" aria-label={texts.time.title}>
        <Transport
          isPlaying={isPlaying}
          speed={playback.speed}
          scale={scale}
          can={{
            back: place > 0,
            forward: place < last,
            toPrevious: previousIncident !== undefined,
            toNext: nextIncident !== undefined,
          }}
          onPlay={playback.play}
          onSpeed={playback.changeSpeed}
          onScale={setScale}
          onMove={(where) =>
            goTo({ first: 0, back: place - 1, forward: place + 1, last, previousIncident, nextIncident }[where])
          }
        />
        <p className="replay-now" data-trouble={view?.moment.isTrouble || undefined}>
          <span className="replay-count">{texts.time.count(place + 1, last + 1)}</span>
          <strong aria-live={isPlaying ? 'off' : 'polite'}>{error === undefined ? text : error.message}</strong>
          <span className="replay-gap">
            {gapMs === undefined ? texts.time.isLast : texts.time.next(formats.duration(gapMs))}
          </span>
        </p>
        <TimeLine data={timeLine} scale={scale} place={place} text={text} onMove={goTo} />
      </section>
      {isNarrow ? (
        <SplitPanes
          id="replay-narrow"
          direction="vertical"
          panes={[panes.diagram, panes.happenings, panes.tree, panes.variables, panes.parts]}
        />
      ) : (
        <SplitPanes
          id="replay"
          direction="vertical"
          panes={[
            {
              id: 'above',
              name: texts.panes.diagram,
              content: (
                <SplitPanes id="replay-above" direction="horizontal" panes={[panes.diagram, panes.happenings]} />
              ),
            },
            {
              id: 'below',
              name: texts.panes.tree,
              content: (
                <SplitPanes
                  id="replay-below"
                  direction="horizontal"
                  panes={[panes.tree, panes.variables, panes.parts]}
                />
              ),
            },
          ]}
        />
      )}
      {isCopying && <CopyAsTest open={open} index={index} instance={instance} onClose={() => setCopying(false)} />}
    </div>
  );
}

/** The newest of an element's instances that the tree tells of. */
function latestOf(rows: readonly TreeRow[], elementId: string | undefined): string | undefined {
  return rows.findLast((row) => row.kind === 'element' && row.elementId === elementId)?.key;
}
