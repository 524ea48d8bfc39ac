import { Button } from '@carbon/react';
import { Link } from '@tanstack/react-router';
import { Suspense, useEffect, useMemo, useState } from 'react';
import type { SavedFilterResult } from '../../api/gen/api.ts';
import { useSavedFilters } from '../../api/use-saved-filters.ts';
import { useSession } from '../../app/session.ts';
import { usePreload } from '../../app/use-preload.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { LazyDialog } from '../../parts/lazy-dialog.tsx';
import { lazyPart } from '../../parts/lazy-part.ts';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { isAnySelected, useRowSelection } from '../../parts/selection.ts';
import { SplitPanes } from '../../parts/split-panes.tsx';
import { useIsNarrow } from '../../parts/use-media.ts';
import { useTitle } from '../../parts/use-title.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { ListHead } from '../list/list-head.tsx';
import { changeListSettings, useListSettings } from '../list/list-settings.ts';
import { TaskList } from '../list/task-list.tsx';
import { AssignmentNotices } from '../notices/assignment-notices.tsx';
import { QueueList } from '../queues/queue-list.tsx';
import { parseTaskFilter } from './task-filter.ts';
import { taskQueryOf } from './task-query.ts';
import './tasks-page.scss';
import { useSuspendedInstances } from './use-suspended-instances.ts';
import { useTasksAddress } from './use-tasks-address.ts';
import { useUserTasks } from './use-user-tasks.ts';

// Loaded when they are needed, so that the list is there sooner.
const BulkBar = lazyPart(() => import('../bulk/bulk-bar.tsx'), 'BulkBar');
const FilterDialog = lazyPart(() => import('../filter-dialog/filter-dialog.tsx'), 'FilterDialog');
const TaskDetail = lazyPart(() => import('../detail/task-detail.tsx'), 'TaskDetail');

/** Queues, the list of the chosen one, and a task to work on. */
export function TasksPage() {
  const { tasklist } = useTexts();
  usePreload([TaskDetail, FilterDialog, BulkBar]);
  const { username } = useSession();
  const { search, userTaskKey, change, show } = useTasksAddress();
  const isNarrow = useIsNarrow();
  const { opensFirst, hidesQueues } = useListSettings();
  const [areQueuesShown, setQueuesShown] = useState(false);
  const [edited, setEdited] = useState<{ readonly filter: SavedFilterResult | undefined }>();

  const { data: savedFilters, isLoading: areFiltersLoading } = useSavedFilters('tasklist', username);
  const filters = savedFilters?.items ?? [];
  const saved = filters.find(({ savedFilterKey }) => savedFilterKey === search.filter);
  const isFilterMissing = search.filter !== undefined && saved === undefined && !areFiltersLoading;
  const savedContent = saved?.content;
  const query = useMemo(
    () => taskQueryOf(search, savedContent === undefined ? undefined : parseTaskFilter(savedContent), username),
    [search, savedContent, username],
  );
  const tasks = useUserTasks(query, search.filter === undefined || !areFiltersLoading);
  const [selection, setSelection] = useRowSelection(query);
  const suspended = useSuspendedInstances(tasks.items);
  const title =
    search.where !== undefined && saved === undefined
      ? tasklist.queues.unsaved
      : (saved?.name ?? tasklist.queues[search.queue ?? 'open']);
  useTitle(userTaskKey === undefined ? title : undefined);

  const firstKey = tasks.items[0]?.userTaskKey;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the way there is always the same
  useEffect(() => {
    if (!opensFirst || isNarrow || userTaskKey !== undefined || firstKey === undefined) return;
    show(firstKey, { replace: true });
  }, [opensFirst, isNarrow, userTaskKey, firstKey]);

  /** After one is done, the one below it is next. */
  const goOn = (doneKey: string) => {
    const at = tasks.items.findIndex((task) => task.userTaskKey === doneKey);
    const next = at < 0 ? undefined : (tasks.items[at + 1] ?? tasks.items[at - 1]);
    show(isNarrow ? undefined : next?.userTaskKey, { isNext: true });
  };

  const queues = (
    <QueueList
      search={search}
      filters={filters}
      onEdit={(filter) => setEdited({ filter: filter ?? saved })}
      {...(isNarrow ? {} : { onCollapse: () => changeListSettings({ hidesQueues: true }) })}
      onChosen={() => setQueuesShown(false)}
    />
  );
  const list = (
    <div className="tasks-list-pane">
      <ListHead
        title={title}
        count={tasks.total === undefined ? undefined : tasklist.list.count(tasks.total, tasks.isTotalMore)}
        {...(isNarrow
          ? { onShowQueues: () => setQueuesShown(!areQueuesShown) }
          : hidesQueues
            ? { onShowQueues: () => changeListSettings({ hidesQueues: false }) }
            : {})}
      />
      {isNarrow && areQueuesShown && queues}
      {isFilterMissing && (
        <p className="list-notice" role="status">
          <strong>{tasklist.queues.missing}.</strong> {tasklist.queues.missingHelp}
        </p>
      )}
      <TaskList
        tasks={tasks}
        suspended={suspended}
        currentKey={userTaskKey}
        selection={selection}
        onSelection={setSelection}
        empty={
          search.q === undefined && search.where === undefined ? (
            <EmptyState title={tasklist.list.empty} text={tasklist.list.emptyHelp}>
              <Link to="/tasklist/processes">{tasklist.list.startProcess}</Link>
            </EmptyState>
          ) : (
            <EmptyState title={tasklist.list.emptySearch} text={tasklist.list.emptySearchHelp}>
              {search.q !== undefined && (
                <Button size="sm" kind="tertiary" onClick={() => change({ q: undefined })}>
                  {tasklist.list.clearSearch}
                </Button>
              )}
            </EmptyState>
          )
        }
      />
      {isAnySelected(selection) && (
        <Suspense>
          <BulkBar tasks={tasks} query={query} selection={selection} onSelection={setSelection} />
        </Suspense>
      )}
    </div>
  );
  const detail =
    userTaskKey === undefined ? (
      <EmptyState title={tasklist.list.pickOne} text={tasklist.list.pickOneHelp} />
    ) : (
      <Suspense fallback={<PageSkeleton />}>
        <TaskDetail key={userTaskKey} userTaskKey={userTaskKey} tab={search.tab ?? 'task'} onDone={goOn} />
      </Suspense>
    );
  return (
    <div className="tasks-page" data-queues-hidden={hidesQueues || undefined}>
      {isNarrow ? (
        userTaskKey === undefined ? (
          list
        ) : (
          detail
        )
      ) : (
        <>
          {!hidesQueues && queues}
          <SplitPanes
            id="tasks"
            direction="horizontal"
            panes={[
              { id: 'list', name: tasklist.list.label, content: list, size: 30, sizeMin: 260 },
              { id: 'detail', name: tasklist.detail.tabs.task, content: detail, size: 70, sizeMin: 360 },
            ]}
          />
        </>
      )}
      {edited !== undefined && (
        <LazyDialog onClose={() => setEdited(undefined)}>
          <FilterDialog
            {...(edited.filter === undefined ? {} : { saved: edited.filter })}
            filter={search.where ?? parseTaskFilter(edited.filter?.content)}
            onClose={() => setEdited(undefined)}
          />
        </LazyDialog>
      )}
      <AssignmentNotices />
    </div>
  );
}
