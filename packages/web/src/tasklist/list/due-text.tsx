import { AlarmAdd, WarningAlt } from '@carbon/icons-react';
import type { UserTaskResult } from '../../api/gen/api.ts';
import { TimeText } from '../../parts/time-text.tsx';
import { useTexts } from '../../texts/use-texts.ts';

/** When the task is due; an open one that is late says so in words, too. */
export function DueText({ task }: { readonly task: UserTaskResult }) {
  const { card } = useTexts().tasklist;
  if (task.dueDate === null) return null;
  const isOverdue = task.completionDate === null && Date.parse(task.dueDate) < Date.now();
  const Icon = isOverdue ? WarningAlt : AlarmAdd;
  return (
    <span className="due-text" data-overdue={isOverdue || undefined}>
      <Icon size={16} aria-hidden="true" />
      {isOverdue ? card.overdue : card.due} <TimeText date={task.dueDate} />
    </span>
  );
}
