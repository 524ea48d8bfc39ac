import { Checkbox } from '@carbon/react';
import { Link } from '@tanstack/react-router';
import type { UserTaskResult } from '../../api/gen/api.ts';
import { StateTag } from '../../parts/state-tag.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { AssigneeTag } from './assignee-tag.tsx';
import { DueText } from './due-text.tsx';
import { Priority } from './priority.tsx';
import { taskNameOf } from './task-name.ts';

export interface TaskCardProps {
  readonly task: UserTaskResult;
  readonly isSuspended: boolean;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  onSelect(): void;
  onFocus(): void;
}

/** What one needs to know of a task to pick it. */
export function TaskCard({ task, isSuspended, isCurrent, isSelected, isTabStop, onSelect, onFocus }: TaskCardProps) {
  const { list, card } = useTexts().tasklist;
  const name = taskNameOf(task);
  const isOpen = task.completionDate === null;
  return (
    <article className="task-card" data-current={isCurrent || undefined} data-selected={isSelected || undefined}>
      <Checkbox
        id={`task-${task.userTaskKey}`}
        labelText={list.selectTask(name)}
        hideLabel
        checked={isSelected}
        tabIndex={isTabStop ? 0 : -1}
        onChange={onSelect}
      />
      <Link
        className="task-card-link"
        to="/tasklist/$userTaskKey"
        params={{ userTaskKey: task.userTaskKey }}
        search={true}
        aria-current={isCurrent ? 'true' : undefined}
        activeProps={{}}
        tabIndex={isTabStop ? 0 : -1}
        onFocus={onFocus}
      >
        <strong title={name}>{name}</strong>
        <span className="task-card-process" title={task.processName ?? task.processDefinitionId}>
          {task.processName ?? task.processDefinitionId}
          {task.businessId !== null && <span> · {task.businessId}</span>}
        </span>
        <span className="task-card-line">
          <AssigneeTag assignee={task.assignee} />
          <Priority value={task.priority} />
          {isSuspended && <StateTag state="SUSPENDED" />}
          {task.state === 'CANCELED' && <StateTag state="CANCELED" />}
        </span>
        <span className="task-card-line task-card-times">
          {isOpen ? (
            <span>
              {card.created} <TimeText date={task.creationDate} />
            </span>
          ) : (
            <span>
              {task.state === 'CANCELED' ? card.canceled : card.completed} <TimeText date={task.completionDate ?? ''} />
            </span>
          )}
          <DueText task={task} />
          {isOpen && task.followUpDate !== null && (
            <span>
              {card.followUp} <TimeText date={task.followUpDate} />
            </span>
          )}
        </span>
      </Link>
    </article>
  );
}
