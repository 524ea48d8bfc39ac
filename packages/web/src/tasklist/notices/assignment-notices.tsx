import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { searchUserTasks } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';
import { useConnection } from '../../app/connection.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { useListSettings } from '../list/list-settings.ts';
import { taskNameOf } from '../list/task-name.ts';
import { openStates } from '../tasks/task-query.ts';

/** Of more at a time nobody wants to be told one by one. */
const TASKS_MAX = 50;
const NOTICES_MAX = 3;

/** Tells through the browser of tasks newly assigned to who works here, while a page is open and it is wished. */
export function AssignmentNotices() {
  const { notifies } = useListSettings();
  const isAllowed = notifies && 'Notification' in globalThis && Notification.permission === 'granted';
  return isAllowed ? <Watch /> : null;
}

function Watch() {
  const { tasklist } = useTexts();
  const { username } = useSession();
  const navigate = useNavigate();
  const { keepWhileHidden } = useConnection();
  const { data } = useApi(
    searchUserTasks,
    {
      body: {
        filter: { assignee: { $eq: username }, state: { $in: openStates } },
        sort: [{ field: 'creationDate', order: 'DESC' }],
        page: { limit: TASKS_MAX },
      },
    },
    { live: { valueTypes: ['USER_TASK'] } },
  );
  const known = useRef<{ readonly username: string; readonly keys: Set<string> }>(undefined);
  useEffect(() => keepWhileHidden(), [keepWhileHidden]);
  useEffect(() => {
    if (data === undefined) return;
    if (known.current?.username !== username) {
      // Those that were there before are no news.
      known.current = { username, keys: new Set(data.items.map(({ userTaskKey }) => userTaskKey)) };
      return;
    }
    const { keys } = known.current;
    const added = data.items.filter(({ userTaskKey }) => !keys.has(userTaskKey));
    for (const { userTaskKey } of added) keys.add(userTaskKey);
    // Who looks at the page sees it there.
    if (document.visibilityState === 'visible' && document.hasFocus()) return;
    for (const task of added.slice(0, NOTICES_MAX)) {
      const { userTaskKey } = task;
      const notice = new Notification(tasklist.notice.title(taskNameOf(task)), {
        body: [task.processName ?? task.processDefinitionId, task.businessId ?? ''].filter(Boolean).join(' · '),
        tag: userTaskKey,
        icon: '/web/icon.svg',
      });
      notice.onclick = () => {
        window.focus();
        void navigate({ to: '/tasklist/$userTaskKey', params: { userTaskKey }, search: {} });
        notice.close();
      };
    }
  }, [data, username, tasklist, navigate]);
  return null;
}
