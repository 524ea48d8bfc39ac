import { Edit } from '@carbon/icons-react';
import { IconButton } from '@carbon/react';
import { type ReactNode, useState } from 'react';
import type { UserTaskResult } from '../../api/gen/api.ts';
import { KeyText } from '../../parts/key-text.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { DueText } from '../list/due-text.tsx';
import { Priority } from '../list/priority.tsx';
import { EditDetailsDialog } from './edit-details-dialog.tsx';
import { isOpenTask } from './use-user-task.ts';

const DEFAULT_TENANT = '<default>';

/** What is known about a task beside its form. */
export function TaskAside({ task, isSuspended }: { readonly task: UserTaskResult; readonly isSuspended: boolean }) {
  const { tasklist, parts } = useTexts();
  const { detail } = tasklist;
  const [isEditing, setEditing] = useState(false);
  const headers = Object.entries(task.customHeaders);
  const list = (names: readonly string[]) => (names.length === 0 ? parts.none : names.join(', '));
  const rows: readonly (readonly [string, ReactNode])[] = [
    [detail.due, task.dueDate === null ? parts.none : <DueText key="due" task={task} />],
    [detail.followUp, task.followUpDate === null ? parts.none : <TimeText key="follow-up" date={task.followUpDate} />],
    [detail.created, <TimeText key="created" date={task.creationDate} isExact />],
    ...(task.completionDate === null
      ? []
      : [[detail.completed, <TimeText key="completed" date={task.completionDate} isExact />] as const]),
    [detail.priority, <Priority key="priority" value={task.priority} />],
    [detail.candidateUsers, list(task.candidateUsers)],
    [detail.candidateGroups, list(task.candidateGroups)],
    [
      detail.process,
      `${task.processName ?? task.processDefinitionId} · ${detail.version(task.processDefinitionVersion)}`,
    ],
    ...(task.businessId === null
      ? []
      : [[detail.businessId, <KeyText key="business" value={task.businessId} />] as const]),
    ...(task.tenantId === DEFAULT_TENANT ? [] : [[detail.tenant, task.tenantId] as const]),
    ...(task.tags.length === 0 ? [] : [[detail.tags, task.tags.join(', ')] as const]),
    [detail.key, <KeyText key="key" value={task.userTaskKey} />],
    ...headers.map(([name, value]) => [name, String(value)] as const),
  ];
  return (
    <aside className="task-aside" aria-label={detail.aside}>
      <div className="task-aside-head">
        <h3>{detail.aside}</h3>
        {isOpenTask(task) && !isSuspended && (
          <IconButton label={detail.edit} kind="ghost" size="sm" align="left" onClick={() => setEditing(true)}>
            <Edit />
          </IconButton>
        )}
      </div>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {isEditing && <EditDetailsDialog task={task} onClose={() => setEditing(false)} />}
    </aside>
  );
}
