import { SkeletonText } from '@carbon/react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { UserTaskResult } from '../../api/gen/api.ts';
import type { SearchPages } from '../../api/use-api.ts';
import { useKeys } from '../../app/keys.ts';
import { focusDrawn } from '../../parts/focus-drawn.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import type { Selection } from '../../parts/selection.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { useTasksAddress } from '../tasks/use-tasks-address.ts';
import { TaskCard } from './task-card.tsx';

export interface TaskListProps {
  readonly tasks: SearchPages<UserTaskResult>;
  readonly suspended: ReadonlySet<string>;
  readonly currentKey: string | undefined;
  readonly selection: Selection;
  onSelection(selection: Selection): void;
  readonly empty: ReactNode;
}

/** A card as most are; others are measured when drawn. */
const CARD_PX = 108;
const OVERSCAN = 6;
/** The next page is asked for when so few cards are left below. */
const LOAD_AHEAD = 12;
const SKELETON_CARDS = 6;

/** Cards, drawn where they are seen; `j`/`k` move, `Enter` opens, `x` selects. */
export function TaskList({ tasks, suspended, currentKey, selection, onSelection, empty }: TaskListProps) {
  const { list } = useTexts().tasklist;
  const { show } = useTasksAddress();
  const scroller = useRef<HTMLDivElement>(null);
  const { items, hasMore, isLoadingMore, loadMore } = tasks;
  const currentIndex = items.findIndex(({ userTaskKey }) => userTaskKey === currentKey);
  const [focusKey, setFocusKey] = useState<string>();
  const focusIndex = items.findIndex(({ userTaskKey }) => userTaskKey === focusKey);
  const from = focusIndex >= 0 ? focusIndex : currentIndex;
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_PX,
    overscan: OVERSCAN,
    getItemKey: (index) => items[index]!.userTaskKey,
  });
  const drawn = virtualizer.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && !isLoadingMore && lastDrawn >= items.length - LOAD_AHEAD) loadMore();
  }, [hasMore, isLoadingMore, lastDrawn, items.length, loadMore]);

  // A link to a task shows it in the list, too; afterwards one scrolls as one likes.
  const isRevealed = useRef(false);
  useEffect(() => {
    if (isRevealed.current || currentIndex < 0) return;
    isRevealed.current = true;
    virtualizer.scrollToIndex(currentIndex, { align: 'auto' });
  }, [currentIndex, virtualizer]);

  const focus = (index: number) => {
    const next = Math.max(0, Math.min(items.length - 1, index));
    const task = items[next];
    if (task === undefined) return;
    setFocusKey(task.userTaskKey);
    virtualizer.scrollToIndex(next);
    focusDrawn(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] .task-card-link`));
  };
  const toggle = (key: string) => {
    const ids = new Set(selection.ids);
    if (!ids.delete(key)) ids.add(key);
    onSelection({ ...selection, ids });
  };
  const open = (index: number) => {
    const task = items[index];
    if (task === undefined) return;
    show(task.userTaskKey);
  };
  useKeys([
    { keys: 'j', text: list.moveKeys.down, isMove: true, run: () => focus(from + 1) },
    { keys: 'k', text: list.moveKeys.up, isMove: true, run: () => focus(from - 1) },
    { keys: 'o', text: list.moveKeys.open, run: () => open(from) },
    {
      keys: 'x',
      text: list.moveKeys.select,
      run: () => items[from] !== undefined && toggle(items[from].userTaskKey),
    },
  ]);

  if (tasks.problem !== null && items.length === 0) {
    return <ProblemNotice problem={tasks.problem} onRetry={tasks.retry} />;
  }
  return (
    <section
      className="task-list"
      aria-label={list.label}
      aria-busy={tasks.isLoading || tasks.isOutdated}
      data-outdated={tasks.isOutdated || undefined}
      ref={scroller}
    >
      {tasks.isLoading && <SkeletonCards />}
      {!tasks.isLoading && items.length === 0 && empty}
      <ul style={{ blockSize: virtualizer.getTotalSize() }} aria-label={list.label}>
        {drawn.map(({ index, start, key }) => {
          const task = items[index]!;
          return (
            <li
              key={key}
              data-index={index}
              ref={virtualizer.measureElement}
              aria-setsize={hasMore ? -1 : items.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <TaskCard
                task={task}
                isSuspended={suspended.has(task.processInstanceKey)}
                isCurrent={task.userTaskKey === currentKey}
                isSelected={selection.isAll !== selection.ids.has(task.userTaskKey)}
                isTabStop={index === Math.max(0, from)}
                onSelect={() => toggle(task.userTaskKey)}
                onFocus={() => setFocusKey(task.userTaskKey)}
              />
            </li>
          );
        })}
      </ul>
      {isLoadingMore && <SkeletonText />}
    </section>
  );
}

function SkeletonCards() {
  return (
    <div aria-hidden="true">
      {Array.from({ length: SKELETON_CARDS }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div key={index} className="task-card-skeleton">
          <SkeletonText heading width="60%" />
          <SkeletonText width="40%" />
          <SkeletonText width="80%" />
        </div>
      ))}
    </div>
  );
}
