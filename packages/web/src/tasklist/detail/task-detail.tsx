import { Button, Tab, TabList, TabPanel, TabPanels, Tabs } from '@carbon/react';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useIsNarrow } from '../../parts/use-media.ts';
import { useTitle } from '../../parts/use-title.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { TaskComments } from '../comments/task-comments.tsx';
import { TaskHistory } from '../history/task-history.tsx';
import { taskNameOf } from '../list/task-name.ts';
import { type TaskTab, taskTabs } from '../tasks/tasks-search.ts';
import { useSuspendedInstances } from '../tasks/use-suspended-instances.ts';
import { useTasksAddress } from '../tasks/use-tasks-address.ts';
import { TaskWork } from '../work/task-work.tsx';
import { TaskAside } from './task-aside.tsx';
import { TaskHead } from './task-head.tsx';
import { TaskProcess } from './task-process.tsx';
import { useUserTask } from './use-user-task.ts';

export interface TaskDetailProps {
  readonly userTaskKey: string;
  readonly tab: TaskTab;
  /** The task was completed here. */
  onDone(userTaskKey: string): void;
}

/** One task: to read about, to decide who does it, and to do it. */
export function TaskDetail({ userTaskKey, tab, onDone }: TaskDetailProps) {
  const { detail } = useTexts().tasklist;
  const { change, show: showTask } = useTasksAddress();
  const isNarrow = useIsNarrow();
  const { data: task, error, isLoading, refetch } = useUserTask(userTaskKey);
  const isMissing = error?.isNotFound === true || error?.status === 400;
  useTitle(task !== undefined ? taskNameOf(task) : isMissing ? detail.missing : undefined);
  const suspended = useSuspendedInstances(task === undefined ? [] : [task]);
  if (isLoading) return <PageSkeleton />;
  if (task === undefined) {
    if (isMissing) {
      return (
        <EmptyState isPage={isNarrow} title={detail.missing} text={detail.missingHelp}>
          <Button size="sm" kind="tertiary" onClick={() => showTask(undefined)}>
            {detail.back}
          </Button>
        </EmptyState>
      );
    }
    return error === null ? <PageSkeleton /> : <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  }
  const isSuspended = suspended.has(task.processInstanceKey);
  const show = (index: number) => change({ tab: index === 0 ? undefined : taskTabs[index] });
  return (
    <article className="task-detail" aria-label={task.name ?? task.elementId}>
      <TaskHead task={task} isSuspended={isSuspended} />
      <div className="task-body">
        <div className="task-main">
          <Tabs selectedIndex={taskTabs.indexOf(tab)} onChange={({ selectedIndex }) => show(selectedIndex)}>
            <TabList aria-label={detail.tabsLabel}>
              {taskTabs.map((name) => (
                <Tab key={name}>{detail.tabs[name]}</Tab>
              ))}
            </TabList>
            <TabPanels>
              {/* What was entered stays while one looks elsewhere. */}
              <TabPanel className="task-panel">
                <TaskWork task={task} isSuspended={isSuspended} onDone={() => onDone(userTaskKey)} />
              </TabPanel>
              <TabPanel className="task-panel task-panel-diagram">
                {tab === 'process' && <TaskProcess task={task} />}
              </TabPanel>
              <TabPanel className="task-panel">
                {tab === 'history' && <TaskHistory userTaskKey={userTaskKey} />}
              </TabPanel>
              <TabPanel className="task-panel">
                {tab === 'comments' && <TaskComments userTaskKey={userTaskKey} />}
              </TabPanel>
            </TabPanels>
          </Tabs>
        </div>
        <TaskAside task={task} isSuspended={isSuspended} />
      </div>
    </article>
  );
}
