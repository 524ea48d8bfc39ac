import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';
import { parseProcessesSearch } from './processes/processes-search.ts';
import { parseTasksSearch } from './tasks/tasks-search.ts';

/** The list stays as it is while one task after the other is shown beside it. */
const tasksRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'tasks',
  validateSearch: parseTasksSearch,
  component: lazyRouteComponent(() => import('./tasks/tasks-page.tsx'), 'TasksPage'),
});

/** The pages of Tasklist. Each is loaded when it is first gone to. */
export const tasklistRoutes = [
  tasksRoute.addChildren([
    createRoute({ getParentRoute: () => tasksRoute, path: '/tasklist' }),
    createRoute({ getParentRoute: () => tasksRoute, path: '/tasklist/$userTaskKey' }),
  ]),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/tasklist/processes',
    validateSearch: parseProcessesSearch,
    component: lazyRouteComponent(() => import('./processes/processes-page.tsx'), 'ProcessesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/tasklist/processes/$processDefinitionId/start',
    component: lazyRouteComponent(() => import('./processes/start-page.tsx'), 'StartPage'),
  }),
] as const;
