import { createRoute } from '@tanstack/react-router';
import { onlyUnderstood } from '../app/only-understood.ts';
import { rootRoute } from '../app/root-route.tsx';
import { lazyPart } from '../parts/lazy-part.ts';
import { parseProcessesSearch } from './processes/processes-search.ts';
import { parseTasksSearch } from './tasks/tasks-search.ts';

/** One for both of its addresses: the list stays as it is while one task after the other is shown beside it. */
const tasksPage = lazyPart(() => import('./tasks/tasks-page.tsx'), 'TasksPage');

/** The pages of Tasklist. Each is loaded when it is first gone to. */
export const tasklistRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/tasklist',
    validateSearch: onlyUnderstood(parseTasksSearch),
    component: tasksPage,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/tasklist/$userTaskKey',
    validateSearch: onlyUnderstood(parseTasksSearch),
    component: tasksPage,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/tasklist/processes',
    validateSearch: onlyUnderstood(parseProcessesSearch),
    component: lazyPart(() => import('./processes/processes-page.tsx'), 'ProcessesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/tasklist/processes/$processDefinitionId/start',
    component: lazyPart(() => import('./processes/start-page.tsx'), 'StartPage'),
  }),
] as const;
